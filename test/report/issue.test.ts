// The metrics issue as people get it.
import { execFileSync } from 'node:child_process';
import type { Level, Report, Trend, Week } from '../../src/metrics/report.ts';
import { longestBody, renderIssue } from '../../src/report/render-issue.ts';
import { line, marks, severity } from '../metrics/line.ts';
import { duration, head, hostileTitles, incident, quiet, report, row, templates } from './sample.ts';

const bodyOf = (one: Report): string => renderIssue(one, templates).body;
const sentencesOf = (one: Report): readonly string[] => bodyOf(one).split('\n\n').slice(0, 3);

test('an ordinary week, whole', () => {
  const { title, body } = renderIssue(report(), templates);
  expect(title).toBe('Incident metrics 2026-W10 (2–8 March)');
  expect(body).toMatchSnapshot();
});

test('what it tells stands in this order', () => {
  const body = bodyOf(report());
  const order = [
    ...['**What changed:**', '**What is overdue:**', '**What to look at:**', '### The numbers', '### By severity'],
    ...[
      '```mermaid',
      '### Incidents',
      '### Still open',
      '### Happened again',
      '### Overdue, by owner',
      '### Data quality',
    ],
    ...[
      '### Overridden, cancelled, backfilled or corrected',
      '### Not counted',
      '<details><summary>How this is counted',
    ],
  ];
  const places = order.map((words) => body.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

describe('the first sentence', () => {
  const with_ = (trend: Trend) => {
    const cells = [
      duration([], { n: 7, median: 192, p90: 300, mean: 200 }),
      duration([], { n: 9, median: 45, p90: 100, mean: 50 }),
      duration([]),
    ] as const;
    return sentencesOf(report({ rows: [row(head('time-to-resolve'), cells, trend)] }))[0];
  };

  test('calls a clear change one, with both medians', () => {
    expect(with_({ kind: 'longer', low: 20, high: 200 })).toContain(
      'time to resolve is clearly longer (median 3 h 12 min, n 7, median 45 min, n 9 before)',
    );
    expect(with_({ kind: 'shorter', low: -200, high: -20 })).toContain('time to resolve is clearly shorter');
  });

  test('says "no clear change" when the interval covers zero, however far apart the medians are', () => {
    const sentence = with_({ kind: 'unclear', low: -10, high: 200 });
    expect(sentence).toContain('no clear change in time to resolve');
    expect(sentence).not.toMatch(/clearly|longer|shorter/);
  });

  test('says when there are too few to tell', () => {
    const sentence = with_({ kind: 'too-few' });
    expect(sentence).toContain('too few (under 5 in one of the two weeks) to tell a change in time to resolve');
    expect(sentence).not.toMatch(/clear/);
  });

  test.each([
    [1, 0, '1 incident was declared, none the week before'],
    [3, 3, '3 incidents were declared, as many as the week before'],
    [0, 2, 'no incident was declared, 2 the week before'],
  ])('counts what was declared: %i after %i', (now, before, words) => {
    const [week] = report().weeks;
    const weeks: readonly Week[] = [before, now].map((declared) => ({ ...week!, declared: { 'SEV-1': declared } }));
    expect(sentencesOf(report({ weeks }))[0]).toContain(words);
  });
});

describe('the second sentence', () => {
  test('says nothing is overdue, and what is not on record to judge', () => {
    const overdue = { postMortems: [], actionItems: [] };
    expect(sentencesOf(report({ overdue }))[1]).toBe('**What is overdue:** nothing.');
    const why = { kind: 'not-measured', why: 'needs action items' } as const;
    const rows = [row(head('action-items-on-time', { unit: 'share' }), [why, why, why])];
    expect(sentencesOf(report({ overdue, rows }))[1]).toBe(
      '**What is overdue:** nothing; action items are not on record.',
    );
  });

  test('tells the oldest of several', () => {
    const [one] = report().overdue.postMortems;
    const postMortems = [{ ...one!, dueAt: '2026-03-01T10:00:00Z' }, one!];
    expect(sentencesOf(report({ overdue: { postMortems, actionItems: [] } }))[1]).toBe(
      '**What is overdue:** 2 post-mortems (the oldest since 20 February).',
    );
  });
});

test('the third sentence names the longest where nothing else asks for attention, and nothing where there is none', () => {
  const calm = { open: [], recurrences: [], quality: [] };
  const incidents = report().incidents.map((one) => ({ ...one, line: { ...one.line, reopened: 0 } }));
  expect(sentencesOf(report({ ...calm, incidents }))[2]).toMatch(
    /#\u200B42\]\(.*\) took longest to resolve \(1 d 1 h\)\.$/,
  );
  expect(sentencesOf(report({ ...calm, incidents: incidents.slice(0, 1) }))[2]).toBe(
    '**What to look at:** nothing stands out.',
  );
});

test('a week that goes on says so', () => {
  const asOf = '2026-03-04T09:00:00Z';
  expect(bodyOf(report({ asOf }))).toMatch(/^\*The week is not over: as of 4 March 10:00\.\*\n\n\*\*What changed:/);
  expect(bodyOf(quiet({ asOf }))).toContain('\n\nA quiet week so far: no incident was declared or resolved.\n');
  expect(bodyOf(report())).not.toContain('not over');
});

describe('a quiet week', () => {
  test('is one line, and the rest is folded', () => {
    const [first, ...rest] = bodyOf(quiet()).split('\n\n');
    expect(first).toBe('A quiet week: no incident was declared or resolved.');
    expect(rest[0]).toMatch(/^<details>/);
    expect(bodyOf(quiet())).not.toContain('###');
    expect(bodyOf(quiet())).not.toContain('mermaid');
  });

  test('still tells what is open, overdue or apart', () => {
    const { open, overdue, excluded } = report();
    const body = bodyOf(quiet({ open, overdue, excluded }));
    expect(body.split('\n')[0]).toBe(
      'A quiet week: no incident was declared or resolved; 1 incident is still open; 2 things are overdue; not counted: 1 drill.',
    );
    expect(body).toContain('### Still open');
    expect(body).toContain('### Overdue, by owner');
    expect(body).toContain('### Not counted');
  });

  test('is only called quiet in what could be read', () => {
    const repositories = [
      { name: 'acme/ops', incidents: 4, fromIssueOnly: 0, problem: null },
      { name: 'acme/secret', incidents: 0, fromIssueOnly: 0, problem: 'The token cannot read it. Make one that may.' },
    ];
    const body = bodyOf(quiet({ repositories }));
    expect(body).toMatch(/^> \[!WARNING\]\n> \*\*1 of 2 repositories could not be read\.\*\*/);
    expect(body).toContain('> - acme/secret: The token cannot read it. Make one that may.');
    expect(body).toContain('no incident was declared or resolved in what could be read.');
  });
});

describe('what was not read', () => {
  const ops = { name: 'acme/ops', incidents: 4, fromIssueOnly: 0, problem: null };
  const secret = { name: 'acme/secret', incidents: 0, fromIssueOnly: 0, problem: 'Hidden.' };
  const web = { name: 'acme/web', incidents: 0, fromIssueOnly: 0, problem: null };
  const whole = { name: 'acme/*', incidents: 0, fromIssueOnly: 0, problem: 'Two are seen.' };
  const short = { name: 'acme/big', incidents: 9, fromIssueOnly: 0, problem: 'GitHub counts more.' };

  test.each([
    [[ops, secret, web], '1 of 3 repositories could not be read.'],
    [[ops, web, whole], 'Not every repository of acme could be read.'],
    [[ops, secret, whole], '1 of 2 repositories could not be read. Not every repository of acme could be read.'],
    [[{ ...ops, incidents: 0, problem: 'Locked.' }], 'The repository could not be read.'],
    [[ops, short], '1 of 2 repositories could not be read in full.'],
    [[ops, secret, short], '2 of 3 repositories could not be read, or not in full.'],
  ])('an organisation is no repository, and what came short is not called unread: %#', (repositories, words) => {
    expect(bodyOf(report({ repositories }))).toContain(`> **${words}** The numbers below are without`);
  });

  test('is not told as read', () => {
    const source = (repositories: Report['repositories']) =>
      /<sub>(Read: .*?)(?:;|\. Handbook)/.exec(bodyOf(report({ repositories })))?.[1];
    expect(source([ops, secret, web, whole])).toBe('Read: 4 incidents of acme/ops, acme/web');
    expect(source([ops, short])).toBe('Read: 13 incidents of acme/ops, acme/big');
    expect(source([])).toBe('Read: no incident');
  });

  test('a file without incidents is no quiet week', () => {
    expect(bodyOf(quiet({ repositories: [] })).split('\n')[0]).toBe(
      'Nothing is known of this week: no incident was read at all.',
    );
  });

  test('the line for a table names what was read', () => {
    const command = (repositories: Report['repositories']) =>
      /`sitrep metrics (.*?) --period/.exec(bodyOf(report({ repositories })))?.[1];
    expect(command([ops, web, secret])).toBe('acme/ops acme/web acme/secret');
    expect(command([ops, web, whole])).toBe('acme');
    expect(command(Array.from({ length: 9 }, (_, at) => ({ ...ops, name: `acme/r${at}` })))).toBe('OWNER/REPO…');
    expect(command([])).toBe('OWNER/REPO…');
  });
});

test('broken cards are something to look at: the numbers are without them', () => {
  const [one] = report().quality;
  const broken = report().incidents.map(({ line: of }) => ({ ...one!, line: of, missing: [], commands: [] }));
  const third = (quality: Report['quality']) => sentencesOf(report({ quality, recurrences: [] }))[2];
  expect(third(broken.slice(0, 2))).toContain(
    '; the cards of 2 incidents cannot be used, so numbers leave them out (why stands under data quality).',
  );
  expect(third(broken.slice(0, 1))).toContain('; the card of 1 incident cannot be used, so numbers leave it out (');
});

describe('five hundred incidents with hostile titles', () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    line(index + 1, {
      title: hostileTitles[index % hostileTitles.length]!.padEnd(256, '@ada <b> | '),
      severity: severity((['sev-1', 'sev-2', 'sev-3', 'sev-4'] as const)[index % 4]!),
    }),
  );
  const rows = many.map((one) => incident(one, { 'time-to-acknowledge': 5, 'time-to-resolve': 60 }));
  const item = report().overdue.actionItems[0]!.item;
  const flood = report({
    incidents: rows,
    open: many.map((one) => ({ line: one, ageMinutes: 100 })),
    overdue: {
      postMortems: many.map((one) => ({ line: one, dueAt: '2026-02-20T10:00:00Z', owner: one.title })),
      actionItems: many.map((one) => ({ line: one, item: { ...item, text: one.title, owner: one.title } })),
    },
    recurrences: many.map((one) => ({ line: one, of: one, because: one.title })),
    quality: many.map((one) => ({ line: one, missing: ['started'], commands: ['/started HH:MM'], problem: one.title })),
    interventions: many.map((one) => ({
      line: one,
      intervention: {
        what: 'override',
        at: '2026-03-03T09:00:00Z',
        by: one.title,
        because: one.title,
        about: one.title,
        minutes: null,
      },
    })),
    excluded: many.map((one) => ({ line: one, why: 'duplicate' })),
    repositories: Array.from({ length: 200 }, (_, index) => ({
      ...{ name: `acme/r${index}`, incidents: 3, fromIssueOnly: 0, problem: hostileTitles.join(' ') },
    })),
    severities: many.slice(0, 60).map((one, rank) => ({
      ...{ level: { id: `l${rank}`, name: `${one.title} ${rank}`, rank } satisfies Level, declared: 8 },
      ...{ period: {}, rolling: {} },
    })),
  });
  const body = bodyOf(flood);

  test('fit an issue: lists shorten and say so', () => {
    expect(body.length).toBeLessThanOrEqual(longestBody);
    expect(body.length).toBeGreaterThan(longestBody * 0.9);
    const shown = body.match(/^\| \[acme\/ops#\u200B\d+\]\(\S+\).*SEV-\d \|.*min \| 1 h \|.*$/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(body).toContain(`… and ${500 - shown} more: see the CSV`);
  });

  test('numbers do not shorten', () => {
    const table = (text: string) => text.slice(text.indexOf('| Metric |'), text.indexOf('<sub>n:'));
    expect(table(body)).toBe(table(bodyOf(report())));
    expect(body).toContain('500 incidents are still open');
  });

  test('the most severe stay', () => {
    const severities = [...body.matchAll(/^\| \[acme\/ops#.*\| (SEV-\d) \| .*min \| 1 h \|/gm)].map(
      (match) => match[1],
    );
    expect(new Set(severities)).toEqual(new Set(['SEV-1']));
  });

  test('tables keep their columns', () => {
    for (const block of body.split('\n\n').filter((one) => one.startsWith('| '))) {
      const widths = block.split('\n').map((one) => one.replaceAll('\\|', '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  test('nobody is called, nothing is linked, nothing speaks to a terminal', () => {
    const prose = body.replace(/```mermaid[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
    expect(prose).not.toMatch(/@(?=[\w-])/);
    expect(prose).not.toMatch(/#(?=\d)|\bGH-\d/);
    expect(body).not.toMatch(/https:\/\/github\.com\/[^\s)]*\/(?:issues|pull)\/\d/);
    expect(body).not.toMatch(/<!--|<script|<b>/);
    expect(body.replaceAll('\u200B', '').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(body.match(/<details>/g)?.length).toBe(body.match(/<\/details>/g)?.length);
  });
});

test('where too few are resolved to draw their time, it says so; where none were there is nothing to say', () => {
  const of = (...counts: readonly number[]) =>
    bodyOf(
      report({
        weeks: report().weeks.map((week, at) => ({
          ...week,
          resolve: counts[at] ? { n: counts[at], median: 40, p90: 90 } : null,
        })),
      }),
    );
  const words = 'Time to resolve is drawn where at least 5 incidents were resolved in each of two weeks or more.';
  expect(of(4, 4, 9)).toContain(`<sub>${words}</sub>`);
  expect(of(4, 5, 9)).not.toContain(words);
  expect(of()).not.toContain(words);
});

describe('charts', () => {
  const level = (name: string, rank: number) => ({
    ...{ level: { id: name, name, rank }, declared: 1, period: {}, rolling: {} },
  });
  const names = ['"]; click a "x', 'Sévérité 1', '`] --> bar [9', '# %%{init}%%', 'SEV-5\n', 'SEV-6', 'SEV-7', ''];
  const weeks = report().weeks.map((week, index) => ({
    ...week,
    declared: Object.fromEntries(names.map((name, place) => [name, (index + place) % 3])),
    resolve: { n: 9, median: 40.123456, p90: 1e21 },
  }));
  const odd = report({ weeks, severities: names.filter(Boolean).map(level) });
  const bodies = [report(), odd, report({ severities: [] })].map(bodyOf);
  const codes = bodies.flatMap((body) => [...body.matchAll(/```mermaid\n([\s\S]*?)```/g)].map((match) => match[1]!));

  test('Mermaid itself reads every one', () => {
    expect(codes.length).toBe(9);
    const read = execFileSync(process.execPath, ['test/report/read-mermaid.ts'], { input: JSON.stringify(codes) });
    expect(JSON.parse(String(read))).toEqual(codes.map(() => 'xychart'));
  });

  test('levels that have no line of their own share one, and every incident is in one line', () => {
    const numbers = (text: string) =>
      text
        .slice(text.lastIndexOf('[') + 1, -1)
        .split(', ')
        .map(Number);
    const [bar, ...lines] = codes[3]!
      .split('\n')
      .filter((one) => /^ {2}(?:bar|line) /.test(one))
      .map(numbers);
    expect(lines.length).toBe(5);
    expect(bar?.map((_, week) => lines.reduce((sum, one) => sum + one[week]!, 0))).toEqual(bar);
    expect(codes[3]).toContain('line "all other"');
  });

  test('there is none without data, and none of percentiles of a few', () => {
    const none = report().weeks.map((week) => ({ ...week, declared: {}, resolve: null, clocks: null }));
    expect(bodyOf(report({ weeks: none }))).not.toContain('mermaid');
    const few = none.map((week) => ({ ...week, resolve: { n: 4, median: 10, p90: 20 } }));
    expect(bodyOf(report({ weeks: few }))).not.toContain('mermaid');
  });
});

test('an incident without times keeps them missing, and says where it comes from', () => {
  const bare = line(7, {
    title: 'Old one',
    source: 'issue',
    severity: null,
    milestones: marks({}),
    backfilled: true,
    reopened: 2,
  });
  const body = bodyOf(report({ incidents: [incident(bare, {}, 75)] }));
  expect(body).toContain(
    'Old one | – | – | – | – | from the issue only; came back 2 times, active 1 h 15 min; recorded afterwards |',
  );
});
