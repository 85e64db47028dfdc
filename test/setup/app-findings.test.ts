// What the doctor says of an installation and of webhooks, by what GitHub shows of them.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Installation, installationFindings } from '../../src/setup/app-findings.ts';
import { type Delivery, deliveryFindings } from '../../src/setup/delivery-findings.ts';
import { needsIn } from '../../src/setup/needs.ts';

const needs = needsIn(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8'));
const page = 'https://github.com/organizations/acme/settings/apps/sitrep';
const whole: Installation = {
  html_url: 'https://github.com/organizations/acme/settings/installations/7',
  permissions: Object.fromEntries(needs.permissions.map(({ permission, access }) => [permission, access])),
  events: needs.events.map(({ name }) => name),
  suspended_at: null,
};
const found = (change: Partial<Installation>, isTeamed = true) =>
  installationFindings({ ...whole, ...change }, needs, page, isTeamed);

test('an installation with all it needs, or more, is well', () => {
  expect(found({})).toEqual([]);
  expect(found({ permissions: { ...whole.permissions, issues: 'admin', checks: 'read' } })).toEqual([]);
});

test.each(needs.permissions.map(({ permission }) => permission))(
  'without %s it says what for, and where to grant it',
  (name) => {
    const { [name]: _gone, ...permissions } = whole.permissions;
    const need = needs.permissions.find(({ permission }) => permission === name);
    expect(found({ permissions })).toEqual([
      {
        what: expect.stringContaining(
          `The App lacks ${name}: ${need?.access} (it has none), which is for: ${need?.reason}`,
        ),
        mend: `Grant it at ${page}/permissions, then accept it at ${whole.html_url}`,
      },
    ]);
  },
);

test('read is not write, and teams are asked for only where the handbook names some', () => {
  expect(found({ permissions: { ...whole.permissions, contents: 'read' } })).toHaveLength(1);
  const { members: _gone, ...permissions } = whole.permissions;
  expect(found({ permissions }, false)).toEqual([]);
});

test('an event that it is not told of, and a suspension, which is all that matters then', () => {
  expect(found({ events: whole.events.slice(1) })).toEqual([
    { what: expect.stringContaining(`The App is not told of ${whole.events[0]}`), mend: expect.stringContaining(page) },
  ]);
  expect(found({ suspended_at: '2026-03-02T10:00:00Z', permissions: {} })).toEqual([
    { what: 'The App is suspended here: it hears nothing.', mend: `Unsuspend it: ${whole.html_url}` },
  ]);
});

const delivery = (guid: string, at: string, code: number, repository: number | null = 5): Delivery => ({
  ...{ guid, delivered_at: `2026-03-02T10:${at}:00Z`, status: code === 202 ? 'OK' : 'failed', status_code: code },
  repository_id: repository,
});

test('a webhook that was sent again and arrived is no finding, nor is one of another repository', () => {
  const all = [
    delivery('a', '05', 202),
    delivery('a', '01', 503),
    delivery('b', '02', 500, 6),
    delivery('c', '03', 202),
  ];
  expect(deliveryFindings(all, 5, page)).toEqual([]);
  expect(deliveryFindings([], 5, page)).toEqual([]);
});

test('those that did not arrive are counted once each, with the last of them', () => {
  const all = [delivery('a', '01', 503), delivery('a', '05', 504), delivery('b', '02', 0), delivery('c', '09', 202)];
  expect(deliveryFindings(all, 5, page)).toEqual([
    {
      what: '2 of the last 3 webhooks of this repository did not arrive (last: failed, 504, 2026-03-02T10:05:00Z): what they told waits for the next sweep.',
      mend: `See why, and send them again: ${page}/advanced`,
    },
  ]);
});
