// Keeping a report on its issue: one for each period, whatever people and cuts did before.
import { inProcess, noRequests } from '../../sandbox/client.ts';
import { Faults } from '../../sandbox/faults.ts';
import type { WireError } from '../../sandbox/wire-error.ts';
import { type Grants, type Issue, World } from '../../sandbox/world.ts';
import type { GitHub } from '../../src/github/client.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { type Keeper, keepMetricsIssue } from '../../src/metrics-issue.ts';
import type { ReportToKeep } from '../../src/report/kept-reports.ts';
import { isKept } from '../../src/report/kept-reports.ts';
import { keepingFault } from '../../src/report/metrics-issue-words.ts';

const ops = { owner: 'acme', name: 'ops' } as const;
const label = 'incident-metrics';

function report(period: string, over: Partial<ReportToKeep> = {}): ReportToKeep {
  return {
    ...{ period, title: `Incident metrics ${period}`, report: `# ${period}\n\nNothing broke.`, digest: `of ${period}` },
    ...{ numbers: { 'time-to-resolve': '42' }, notify: [] },
    ...over,
  };
}

function ground(permissions: Grants = { issues: 'write', contents: 'read', metadata: 'read' }) {
  const world = new World({ now: '2026-03-09T06:17:00Z' });
  const repository = world.createRepository('acme', 'ops');
  world.setPermission(ops, 'ada', 'maintain');
  const count = noRequests();
  const faults = new Faults();
  const actor = { kind: 'app', slug: 'github-actions', permissions, repository: 'acme/ops' } as const;
  const waited: number[] = [];
  const keeper: Keeper = {
    ...{ github: overHttp(inProcess(world, actor, { count, faults })), repository: 'acme/ops', label },
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      world.now = new Date(Date.parse(world.now) + milliseconds).toISOString();
    },
    say: () => {},
  };
  const issues = () => [...repository.issues.values()];
  const only = () => {
    expect(issues()).toHaveLength(1);
    return issues()[0]!;
  };
  return { world, repository, count, faults, waited, keeper, issues, only, ada: world.as('ada') };
}

/** The wire as Octokit makes it: what GitHub refused as a whole is `Unanswered`. */
function overHttp(github: GitHub): GitHub {
  const told = async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (error) {
      const { status, message, response } = error as WireError;
      const retryAfterSeconds = Number(response?.headers['retry-after'] ?? 0);
      throw new Unanswered(message, { status, limited: status === 403, retryAfterSeconds });
    }
  };
  return {
    graphql: (document, variables) => told(() => github.graphql(document, variables)),
    rest: (route, parameters) => told(() => github.rest(route, parameters)),
  };
}

const writes = (byRoute: Readonly<Record<string, number>>) => byRoute['POST /graphql mutation'] ?? 0;

describe('one issue for each period', () => {
  test('the first run makes it, with the label and our key, by whose token it is', async () => {
    const { keeper, only } = ground();
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toMatchObject({ issue: { number: 1 }, outcome: 'made' });
    const issue = only();
    expect(issue.title).toBe('Incident metrics 2026-W10');
    expect(issue.labels.map(({ name }) => name)).toEqual([label]);
    expect(issue.author.login).toBe('github-actions');
    expect(issue.body).toMatch(/^# 2026-W10\n\nNothing broke\.\n/);
    expect(issue.body).toMatch(/<!-- sitrep:metrics:\{"period":"2026-W10".*\} -->$/);
  });

  test('running again with the same report writes nothing', async () => {
    const { keeper, count } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const before = writes(count.byRoute);
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toMatchObject({ outcome: 'same' });
    expect(writes(count.byRoute)).toBe(before);
  });

  test('running again with another report edits the same issue in one request', async () => {
    const { keeper, count, only } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const before = writes(count.byRoute);
    const later = report('2026-W10', { report: 'One broke.' });
    expect(await keepMetricsIssue(keeper, later)).toMatchObject({ outcome: 'edited' });
    expect(only().body).toMatch(/^One broke\.\n/);
    expect(writes(count.byRoute)).toBe(before + 1);
  });

  test('what somebody wrote into it goes: our text comes back, title too', async () => {
    const { keeper, only, ada } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const { body } = only();
    ada.editBody(ops, 1, body.replace('Nothing broke', 'All is well'));
    ada.retitle(ops, 1, 'Numbers');
    await keepMetricsIssue(keeper, report('2026-W10'));
    expect(only()).toMatchObject({ body, title: 'Incident metrics 2026-W10' });
  });

  test.each(['close', 'reopen'] as const)('somebody who %ss it by hand is obeyed', async (act) => {
    const { keeper, only, ada } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    ada.close(ops, 1, 'not_planned');
    if (act === 'reopen') ada.reopen(ops, 1);
    await keepMetricsIssue(keeper, report('2026-W10', { report: 'Other' }));
    expect(only().state).toBe(act === 'close' ? 'closed' : 'open');
    expect(only().body).toMatch(/^Other/);
  });

  test('one that somebody deleted is made again', async () => {
    const { keeper, repository, issues } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    repository.issues.delete(1);
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toMatchObject({ outcome: 'made', issue: { number: 2 } });
    expect(issues()).toHaveLength(1);
  });

  test('a key that somebody else pasted into an issue of theirs binds us to nothing', async () => {
    const { keeper, only, issues, ada } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const { body } = only();
    ada.openIssue(ops, { title: 'Mine', body: body.replaceAll('W10', 'W11'), labels: [label] });
    await keepMetricsIssue(keeper, report('2026-W11'));
    expect(issues().map(({ author, title }) => [author.login, title])).toEqual([
      ['github-actions', 'Incident metrics 2026-W10'],
      ['ada', 'Mine'],
      ['github-actions', 'Incident metrics 2026-W11'],
    ]);
    expect(issues()[1]).toMatchObject({ state: 'open', body: body.replaceAll('W10', 'W11') });
  });

  test('of two the older stays, the newer is closed as its duplicate and says so, once', async () => {
    const { keeper, issues, world, count } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const [first] = issues();
    const bot = world.as('github-actions', { issues: 'write', metadata: 'read' });
    bot.openIssue(ops, { title: first!.title, body: first!.body, labels: [label] });
    await keepMetricsIssue(keeper, report('2026-W10'));
    expect(issues()[0]).toMatchObject({ state: 'open', body: first!.body });
    expect(issues()[1]).toMatchObject({ state: 'closed', reason: 'duplicate' });
    expect(issues()[1]!.body).toMatch(/^This one was made twice\. The report of 2026-W10 is #1\.\n/);
    const before = writes(count.byRoute);
    await keepMetricsIssue(keeper, report('2026-W10'));
    expect(writes(count.byRoute)).toBe(before);
  });

  test('labels of another case are the same label; there are 45 weeks and more', async () => {
    const { keeper, issues, ada, count } = ground();
    ada.createLabel(ops, { name: 'Incident-Metrics' });
    for (let week = 1; week <= 45; week += 1)
      await keepMetricsIssue(keeper, report(`2026-W${String(week).padStart(2, '0')}`));
    expect(issues()).toHaveLength(45);
    expect(issues().filter(({ state }) => state === 'open')).toHaveLength(1);
    const before = writes(count.byRoute);
    expect(await keepMetricsIssue(keeper, report('2026-W01'))).toMatchObject({ issue: { number: 1 }, outcome: 'same' });
    expect(writes(count.byRoute)).toBe(before);
  });
});

describe('one week after the other', () => {
  test('last week’s is closed and both link to each other', async () => {
    const { keeper, issues, count } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const before = { ...count };
    await keepMetricsIssue(keeper, report('2026-W11'));
    expect(count.graphql - before.graphql).toBe(3);
    expect(issues()[0]).toMatchObject({ state: 'closed', reason: 'completed' });
    expect(issues()[0]!.body).toMatch(/^# 2026-W10[\s\S]*\nReport after: #2 \(2026-W11\)\n/);
    expect(issues()[1]).toMatchObject({ state: 'open' });
    expect(issues()[1]!.body).toMatch(/\nReport before: #1 \(2026-W10\)\n/);
  });

  test('last week’s that somebody reopened then stays open', async () => {
    const { keeper, issues, ada } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    await keepMetricsIssue(keeper, report('2026-W11'));
    ada.reopen(ops, 1);
    await keepMetricsIssue(keeper, report('2026-W11', { report: 'Other' }));
    await keepMetricsIssue(keeper, report('2026-W12'));
    expect(issues().map(({ state }) => state)).toEqual(['open', 'closed', 'open']);
  });

  test('one for an older week is closed at once, linked to the newer one, which is left alone', async () => {
    const { keeper, issues } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const newer = issues()[0]!.body;
    await keepMetricsIssue(keeper, report('2026-W08'));
    expect(issues()[0]).toMatchObject({ state: 'open', body: newer });
    expect(issues()[1]).toMatchObject({ state: 'closed', reason: 'completed', title: 'Incident metrics 2026-W08' });
    expect(issues()[1]!.body).toMatch(/\nReport after: #1 \(2026-W10\)\n/);
  });

  test('an older week’s report is edited without reopening or closing anything', async () => {
    const { keeper, issues } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    await keepMetricsIssue(keeper, report('2026-W11'));
    await keepMetricsIssue(keeper, report('2026-W10', { report: 'Mended' }));
    expect(issues().map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(issues()[0]!.body).toMatch(/^Mended[\s\S]*Report after: #2 \(2026-W11\)\n/);
  });

  test('years follow each other', async () => {
    const { keeper, issues } = ground();
    await keepMetricsIssue(keeper, report('2025-W52'));
    await keepMetricsIssue(keeper, report('2026-W01'));
    expect(issues().map(({ state }) => state)).toEqual(['closed', 'open']);
  });
});

describe('who is told', () => {
  const notify = ['ada', 'acme/oncall'];

  test('people and teams are called once, when the issue is made', async () => {
    const { keeper, only } = ground();
    await keepMetricsIssue(keeper, report('2026-W10', { notify }));
    expect(only().body).toContain('\nFor @ada, @acme/oncall\n');
    await keepMetricsIssue(keeper, report('2026-W10', { notify: [...notify, 'bob'], report: 'Other' }));
    expect(only().body).toContain('\nFor @ada, @acme/oncall\n');
    expect(only().body).not.toContain('@bob');
  });

  test('nobody is called where nobody was to be', async () => {
    const { keeper, only } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    await keepMetricsIssue(keeper, report('2026-W10', { notify }));
    expect(only().body).not.toContain('@');
  });
});

describe('when GitHub fails', () => {
  test.each([
    ['drops 1', 'the connection breaks before the label is made'],
    ['502 after 1', 'the label is made and the answer is lost'],
  ])('%s: %s; the next run ends it', async (order) => {
    const { keeper, world, faults, only } = ground();
    faults.order(order, world);
    await keepMetricsIssue(keeper, report('2026-W10')).catch(() => {});
    faults.heal();
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toMatchObject({ issue: { number: 1 } });
    expect(only().labels).toHaveLength(1);
  });

  test('an issue that was made although no answer came is found, in the same run', async () => {
    const { keeper, world, faults, only, ada } = ground();
    ada.createLabel(ops, { name: label });
    faults.order('502 after 1', world);
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toMatchObject({ issue: { number: 1 }, outcome: 'made' });
    expect(only().state).toBe('open');
  });

  test('one that was not made is not made a second time blindly; the next run makes it', async () => {
    const { keeper, world, faults, issues, ada } = ground();
    ada.createLabel(ops, { name: label });
    faults.order('drops 1', world);
    const cut = await keepMetricsIssue(keeper, report('2026-W10'));
    expect(cut).toEqual({ fault: { kind: 'lost' } });
    expect(issues()).toEqual([]);
    expect(keepingFault({ kind: 'lost' }, 'acme/ops')).toMatch(/Run this again/);
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toMatchObject({ outcome: 'made' });
  });

  test('cut between the new one and last week’s: the next run closes and links it', async () => {
    const { keeper, world, faults, issues } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    const drop = { ...keeper, wait: async () => faults.order('drops 1', world) };
    faults.order('502 after 1', world);
    await keepMetricsIssue(drop, report('2026-W11')).catch(() => {});
    expect(issues().map(({ state }) => state)).toEqual(['open', 'open']);
    faults.heal();
    await keepMetricsIssue(keeper, report('2026-W11'));
    expect(issues().map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(issues()[0]!.body).toContain('Report after: #2 (2026-W11)');
  });

  test('a limit on writes is waited out', async () => {
    const { keeper, world, faults, only, waited } = ground();
    faults.order('403 secondary 60s', world);
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toMatchObject({ outcome: 'made' });
    expect(waited).toEqual([60_000]);
    only();
  });

  test('a limit of an hour is not', async () => {
    const { keeper, world, faults, issues } = ground();
    faults.order('403 secondary 3600s', world);
    await expect(keepMetricsIssue(keeper, report('2026-W10'))).rejects.toThrow(/limit/);
    expect(issues()).toEqual([]);
  });
});

describe('where it cannot be kept', () => {
  test('a token that may not write issues: nothing is written, the permission is named', async () => {
    const { keeper, issues } = ground({ issues: 'read', contents: 'read', metadata: 'read' });
    const kept = await keepMetricsIssue(keeper, report('2026-W10'));
    if (!('fault' in kept)) throw new Error('it was kept');
    expect(keepingFault(kept.fault, 'acme/ops')).toMatch(/issues: write/);
    expect(issues()).toEqual([]);
  });

  test('issues are turned off', async () => {
    const { keeper, repository } = ground();
    repository.settings.issues = false;
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toEqual({ fault: { kind: 'no-issues' } });
  });

  test('an archived repository', async () => {
    const { keeper, repository } = ground();
    repository.archived = true;
    expect(await keepMetricsIssue(keeper, report('2026-W10'))).toEqual({ fault: { kind: 'archived' } });
  });

  test('a repository that the token does not show', async () => {
    const { keeper, world } = ground();
    world.createRepository('acme', 'secret', { private: true });
    const kept = await keepMetricsIssue({ ...keeper, repository: 'acme/secret' }, report('2026-W10'));
    expect(kept).toEqual({ fault: { kind: 'unseen' } });
  });

  test('a locked issue is edited all the same: locking is about comments', async () => {
    const { keeper, only, ada } = ground();
    await keepMetricsIssue(keeper, report('2026-W10'));
    ada.lock(ops, 1);
    await keepMetricsIssue(keeper, report('2026-W10', { report: 'Other' }));
    expect(only().body).toMatch(/^Other/);
  });
});

describe('whether a report stands as we wrote it', () => {
  /** @param issues as they are in the world, newest first, as a look shows them */
  function stands(issues: readonly Issue[], period: string): boolean {
    const shown = issues.toReversed().map(({ nodeId, number, title, body, state, author }) => ({
      ...{ id: nodeId, number, url: '', title, body, state, mine: author.login === 'github-actions' },
    }));
    return isKept(shown, period, `of ${period}`);
  }

  async function afterTwoWeeks() {
    const made = ground();
    await keepMetricsIssue(made.keeper, report('2026-W10'));
    await keepMetricsIssue(made.keeper, report('2026-W11'));
    return { ...made, standing: (period: string) => stands(made.issues(), period) };
  }

  test('it does while nobody touched it, this week’s and last week’s, closed or open', async () => {
    const { ada, standing } = await afterTwoWeeks();
    expect(['2026-W10', '2026-W11'].map(standing)).toEqual([true, true]);
    ada.close(ops, 2);
    expect(standing('2026-W11')).toBe(true);
  });

  test('it does not for another week, and not made of something else', async () => {
    const { keeper, standing } = await afterTwoWeeks();
    expect(standing('2026-W12')).toBe(false);
    await keepMetricsIssue(keeper, report('2026-W11', { digest: 'other' }));
    expect(standing('2026-W11')).toBe(false);
  });

  test('it does not under another title', async () => {
    const { ada, standing } = await afterTwoWeeks();
    ada.retitle(ops, 2, 'Numbers');
    expect(standing('2026-W11')).toBe(false);
  });

  test('it does not with other words', async () => {
    const { ada, issues, standing } = await afterTwoWeeks();
    ada.editBody(ops, 2, issues()[1]!.body.replace('Nothing', 'Everything'));
    expect(standing('2026-W11')).toBe(false);
  });

  test('it does not where the run was cut before last week’s was closed', async () => {
    const { issues, standing } = await afterTwoWeeks();
    const cut = ground();
    await keepMetricsIssue(cut.keeper, report('2026-W10'));
    issues()[0]!.body = cut.only().body;
    expect(standing('2026-W11')).toBe(false);
  });

  test('it does not where there are two', async () => {
    const { world, issues, standing } = await afterTwoWeeks();
    const bot = world.as('github-actions', { issues: 'write', metadata: 'read' });
    bot.openIssue(ops, { title: issues()[1]!.title, body: issues()[1]!.body, labels: [label] });
    expect(standing('2026-W11')).toBe(false);
  });
});
