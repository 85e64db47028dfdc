// The post-mortem: path, front matter, page and pull request.
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Entry } from '../../src/core/entry.ts';
import { renderChecklist } from '../../src/render/checklist.ts';
import { renderPostMortem } from '../../src/render/post-mortem.ts';
import type { PostMortemView } from '../../src/render/post-mortem-view.ts';
import { slugOf } from '../../src/render/slug-of.ts';
import { compileTemplates } from '../../src/render/templates.ts';
import { ada, bob, eve, handbook, incidentOf, instant, issue, repository, said, story, templates } from './sample.ts';

const resolved = incidentOf(
  ...story,
  said('11:00', bob, { kind: 'note', note: 'decision', text: 'Roll back' }),
  said('11:05', bob, { kind: 'note', note: 'todo', text: 'Alert on 502s' }),
  said('12:00', ada, { kind: 'status', status: 'resolved' }, { at: instant('11:40') }),
);

function viewOf(more: Partial<PostMortemView> = {}): PostMortemView {
  return { incident: resolved, handbook, issue, repository, owner: ada, comments: [], ...more };
}

const titled = (title: string) => incidentOf(said('10:01', ada, { kind: 'title', title }));

test('the file, to be read', () => {
  const comments = [
    {
      by: eve,
      at: instant('10:25'),
      body: 'cc @acme/sre, fixes #3\n\n<details>\n```',
      url: `${issue.url}#issuecomment-5`,
    },
    { by: null, at: instant('10:26'), body: '   ', url: `${issue.url}#issuecomment-6` },
  ];
  const { text, body, ...rest } = renderPostMortem(viewOf({ comments }), templates);
  expect(text).toMatchSnapshot();
  expect(body).toMatchSnapshot();
  expect(rest).toEqual({
    path: 'post-mortems/2026/2026-03-02-7-checkout-is-down.md',
    title: 'Post-mortem: Checkout is down (#7)',
    message: 'Post-mortem: Checkout is down',
  });
});

test('the date is that of the start in the handbook zone, else of the detection, else of the declaration', () => {
  const pathOf = (...entries: readonly Entry[]) =>
    renderPostMortem(
      viewOf({ incident: incidentOf(...entries), handbook: { ...handbook, zone: 'Asia/Tokyo' } }),
      templates,
    ).path;
  const at = (milestone: 'started' | 'detected', time: string) =>
    said('10:30', ada, { kind: 'milestone', milestone }, { at: time });
  expect(pathOf()).toContain('/2026-03-02-7-');
  expect(pathOf(at('detected', '2026-02-28T14:00:00Z'))).toContain('/2026-02-28-7-');
  expect(pathOf(at('detected', '2026-02-28T14:00:00Z'), at('started', '2025-12-31T15:30:00Z'))).toBe(
    'post-mortems/2026/2026-01-01-7-checkout-is-down.md',
  );
});

test.each([
  ['Checkout is down', 'checkout-is-down'],
  ['../../.github/workflows/x', 'github-workflows-x'],
  ['🔥'.repeat(300), 'incident'],
  ['', 'incident'],
  ['Zahlungsausfall für Österreich', 'zahlungsausfall-fur-osterreich'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('%j becomes %s in the path', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('no title leaves the folder, breaks the front matter, or closes and names another issue', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'it is closed',
      'closes #1',
      'Fixes',
      '@org/team',
      '\n---\nstatus: closed',
      '" # x',
      '../..',
      '&#35;9',
      "'; rm",
      '\u2028',
    ),
  );
  fc.assert(
    fc.property(hostile, (title) => {
      const page = renderPostMortem(viewOf({ incident: titled(title) }), templates);
      expect(page.path).toMatch(/^post-mortems\/2026\/2026-03-02-7-[a-z0-9-]{1,60}\.md$/);
      expect(page.title).toMatch(/^Post-mortem: [^\n]* \(#7\)$/);
      expect(page.title.slice(0, -4)).not.toMatch(/#\d|@[^\u200B]/);
      expect(page.message.split('\n')).toHaveLength(1);
      const front = parse(page.text.split('\n---\n')[0] ?? '') as Record<string, unknown>;
      expect(front).toMatchObject({
        issue: 7,
        status: 'new',
        milestones: { started: null, declared: instant('10:00') },
      });
      for (const part of [page.title, page.body, page.message])
        expect(part).not.toMatch(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:\S*#\d|\[?#\d|https?:)/i);
    }),
    { numRuns: 60 },
  );
});

test('missing milestones stay missing and durations say what is not known', () => {
  const { text } = renderPostMortem(viewOf(), templates);
  expect(text).toContain('| detected | missing |');
  expect(text).toContain('| Time to detect (started → detected) | missing (detected not known) |');
  expect(text).toContain('| Time to resolve (started → resolved) | 1 h 50 min |');
  expect(text).toContain('| Active time | 1 h 50 min |');
});

test('a thread of any length stays below 200 kB and says what was left out', () => {
  const comments = Array.from({ length: 500 }, (_, index) => ({
    by: bob,
    at: instant('10:30'),
    body: `${index} ${'🔥<@'.repeat(1000)}`,
    url: `${issue.url}#issuecomment-${index}`,
  }));
  const notes = Array.from({ length: 1500 }, () =>
    said('10:40', bob, { kind: 'note', note: 'note', text: '字'.repeat(200) }),
  );
  const { text } = renderPostMortem(viewOf({ incident: incidentOf(...notes), comments }), templates);
  expect(new TextEncoder().encode(text).length).toBeLessThan(200_000);
  const kept = text.match(/issuecomment-\d+\)\n\n>/g)?.length ?? 0;
  expect(kept).toBeGreaterThan(5);
  expect(text).toContain(`*${500 - kept} later comments are left out`);
  expect(text).toMatch(/\*\d+ later entries are left out for length/);
});

test('a template of the repository is used by its own name', () => {
  const own = compileTemplates({ 'post-mortem-pull': 'x', 'short.md.hbs': '{{title}} {{issue}}' });
  const view = viewOf({ handbook: { ...handbook, postMortem: { ...handbook.postMortem, template: 'short.md.hbs' } } });
  expect(renderPostMortem(view, own).text).toBe(`Checkout is down [#7](${issue.url})\n`);
});

test('a checklist says what it is for and how to tick', () => {
  const lines = '- [ ] Users notified <!-- item:users-notified -->';
  const text = renderChecklist({ lines, handbook, incident: resolved }, templates);
  expect(text).toMatch(
    /^### Before it is closed\n\n.*\n\n- \[ \] Users notified <!-- item:users-notified -->\n\nTick a box/,
  );
  expect(text).toContain('`/done service-restored`');
});
