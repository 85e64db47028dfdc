// The status card: found at a glance, harmless, and never too long.
import fc from 'fast-check';
import { standIns } from '../../src/core/effect.ts';
import type { Incident } from '../../src/core/incident.ts';
import { renderCard } from '../../src/render/card.ts';
import type { CardView } from '../../src/render/card-view.ts';
import {
  ada,
  bob,
  handbook,
  incidentOf,
  instant,
  issue,
  person,
  rae,
  repository,
  said,
  story,
  templates,
} from './sample.ts';

function viewOf(incident: Incident, more: Partial<CardView> = {}): CardView {
  return {
    incident,
    handbook,
    issue,
    repository,
    next: [],
    clocks: [],
    checklist: null,
    postMortem: { state: 'none', number: null, required: true },
    opened: [],
    problems: [],
    notices: [],
    ...more,
  };
}

test('a running incident', () => {
  const next: CardView['next'] = [
    { role: null, step: 'take-role', about: 'technical-lead', command: '/role technical-lead' },
    { role: 'commander', step: 'mitigate', about: '', command: '/mitigated' },
    { role: null, step: 'mend-time', about: 'detected', command: '/detected HH:MM' },
  ];
  const card = renderCard(viewOf(incidentOf(...story), { next }), templates);
  expect(card).toMatchSnapshot();
});

test('a resolved one in another zone, with its checklist, post-mortem and a broken config', () => {
  const incident = incidentOf(
    ...story,
    said('12:00', ada, { kind: 'status', status: 'resolved' }, { at: instant('11:40') }),
    said('12:01', bob, { kind: 'ticked', item: 'root-cause', done: true }),
    said('2026-03-03T23:30:00Z', bob, { kind: 'link', link: 'related', issue: '#12' }),
  );
  const card = renderCard(
    viewOf(incident, {
      handbook: { ...handbook, zone: 'Europe/Berlin' },
      next: [{ role: 'communications', step: 'tick', about: 'users-notified', command: '/done users-notified' }],
      checklist: {
        url: standIns.checklist,
        items: handbook.checklist.map(({ id, text }) => ({ id, text, done: id === 'root-cause', why: null })),
      },
      postMortem: { state: 'open', number: standIns.pull, required: true },
      problems: [
        {
          file: '.github/sitrep.yml',
          line: 3,
          column: 5,
          what: 'Unknown key `zome`',
          suggestion: 'Did you mean `zone`?',
        },
      ],
      notices: [{ notice: 'card-edited', by: 'eve' }],
    }),
    templates,
  );
  expect(card).toMatchSnapshot();
});

test('says what is assumed, who is missing, and what to type', () => {
  const calm = renderCard(viewOf(incidentOf()), templates);
  expect(calm).toContain('`sev-2` High (assumed) · `new`');
  expect(calm).toContain('Nothing is expected right now.');
  expect(calm).not.toContain('**nobody**');
  const loud = renderCard(viewOf(incidentOf(said('10:05', ada, { kind: 'severity', severity: 'sev-1' }))), templates);
  expect(loud).toContain('**Incident Commander `commander`** | **nobody**: `/role commander`');
  expect(loud).toContain('first `sev-2`, peak `sev-1`');
  expect(loud).toContain('| resolved | — `/resolved` |');
});

test('names every holder beyond the ten whom GitHub can assign', () => {
  const experts = Array.from({ length: 14 }, (_, index) => person(`expert-${index}`));
  const incident = incidentOf(
    ...experts.map((holder) =>
      said('10:10', holder, { kind: 'role', role: 'expert', change: 'taken', holder, before: null }),
    ),
  );
  const card = renderCard(viewOf(incident), templates);
  for (const { login } of experts) expect(card).toContain(`${login} since 10:10 UTC`);
});

test('thirty rows stand, the rest is folded, and what does not fit is counted', () => {
  const notes = Array.from({ length: 400 }, (_, index) =>
    said('10:30', bob, { kind: 'note', note: 'note', text: `step ${index} ${'x'.repeat(100)}` }),
  );
  const card = renderCard(viewOf(incidentOf(...notes)), templates);
  const [open = '', folded = ''] = card.split('<details>');
  expect(open.match(/noted: step/g)).toHaveLength(30);
  expect(open).toContain('step 399');
  expect(open).not.toContain('step 369');
  const kept = (open + folded).match(/noted: step/g)?.length ?? 0;
  expect(kept).toBeGreaterThan(60);
  expect(card).toContain(`*${401 - kept} still earlier entries are left out`);
  expect(card.length).toBeLessThanOrEqual(25_000);
});

test('what was said later about earlier stands where it happened, with the time it was said', () => {
  const incident = incidentOf(
    said('10:30', ada, { kind: 'note', note: 'note', text: 'second' }),
    said('10:40', ada, { kind: 'note', note: 'note', text: 'first' }, { at: instant('10:10') }),
  );
  const card = renderCard(viewOf(incident), templates);
  expect(card.indexOf('noted: second')).toBeLessThan(card.indexOf('noted: first'));
  expect(card).toContain('10:10 UTC **ada** noted: first *said 10:40 UTC* [↗](https://github.com/');
});

test('rows say what was taken back and why a status was said, and passed moments ask for their time', () => {
  const incident = incidentOf(
    said('10:30', ada, { kind: 'undone', sources: ['comment:1:x'], what: '/status monitoring, /role scribe' }),
    said('10:31', ada, { kind: 'undone', sources: ['comment:2:x'] }),
    said('10:40', ada, { kind: 'status', status: 'resolved', because: 'we rolled @back' }),
  );
  const card = renderCard(viewOf(incident), templates);
  expect(card).toContain('**ada** took back `/status monitoring`, `/role scribe`');
  expect(card).toContain('**ada** took back an earlier command');
  expect(card).toContain('**ada** status `resolved`, because we rolled @\u200Bback');
  expect(card).toContain('| mitigated | — `/mitigated at HH:MM` |');
  expect(card).toContain('| closed | — `/close` |');
});

test('a checklist of which all is done says only that', () => {
  const items = handbook.checklist.map(({ id, text }) => ({ id, text, done: true, why: null }));
  const card = renderCard(viewOf(incidentOf(), { checklist: { url: 'https://x.example/c', items } }), templates);
  expect(card).toContain('| **Checklist** | [3 of 3](https://x.example/c), all done |');
});

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '<'.repeat(200),
    '@a '.repeat(60),
    '|'.repeat(200),
    '&lt;'.repeat(60),
    '](x)'.repeat(50),
    '\uE000pull\uE001',
  ),
);

test('whatever people say, the card fits, keeps its tables and holds nothing of theirs that works', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 60 }), (texts) => {
      const incident = incidentOf(
        ...texts.flatMap((text, index) => [
          said('10:10', ada, {
            kind: 'situation',
            field: (['impact', 'summary', 'bridge', 'eta'] as const)[index % 4] ?? 'impact',
            text,
          }),
          said('10:11', rae, { kind: 'reported', field: 'symptoms', text }),
          said('10:12', ada, {
            kind: 'services',
            add: [text.slice(0, 100), `${index}${text.slice(0, 90)}`],
            remove: [],
          }),
          said('10:13', ada, { kind: 'task', who: bob, text }),
          said('10:14', ada, { kind: 'unread', field: 'detected', text }),
          said('10:15', ada, { kind: 'title', title: text }),
        ]),
      );
      const card = renderCard(viewOf(incident), templates);
      expect(card.length).toBeLessThanOrEqual(25_000);
      expect(card).not.toMatch(/@[^\u200B]|#\d|<(?!\/?(?:details|summary|sub)>)|\p{Co}/u);
      const table = card.split('\n').filter((line) => line.startsWith('|'));
      for (const row of table) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(4);
    }),
    { numRuns: 100 },
  );
});
