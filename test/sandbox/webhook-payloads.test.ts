import { readFileSync } from 'node:fs';
import type { WebhookEvent } from '../../sandbox/world.ts';
import { OPS, smallWorld } from './small-world.ts';

interface Described {
  name: string;
  examples: Record<string, unknown>[];
}

const described: Described[] = JSON.parse(
  readFileSync(
    new URL('../../node_modules/@octokit/webhooks-examples/api.github.com/index.json', import.meta.url),
    'utf8',
  ),
);

// A busy morning: everything that causes a webhook that the App hears.
function morning(): WebhookEvent[] {
  const world = smallWorld();
  world.createRepository('acme', 'other');
  world.setPermission({ owner: 'acme', name: 'other' }, 'ada', 'write');
  const events: WebhookEvent[] = [];
  world.subscribe((event) => events.push(event));
  const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((login) => world.as(login));
  if (!ada || !bob || !eve) throw new Error('nobody there');
  ada.createLabel(OPS, { name: 'incident' });
  ada.updateLabel(OPS, 'incident', { color: 'ff0000' });
  eve.openIssue(OPS, { title: 'a', body: 'b', labels: ['incident'], template: true });
  const comment = eve.comment(OPS, 1, 'c');
  eve.editComment(OPS, comment.id, 'd');
  ada.removeLabels(OPS, 1, 'incident');
  ada.assign(OPS, 1, 'bob');
  ada.unassign(OPS, 1, 'bob');
  ada.retitle(OPS, 1, 'z');
  ada.lock(OPS, 1);
  ada.unlock(OPS, 1);
  eve.deleteComment(OPS, comment.id);
  ada.close(OPS, 1);
  ada.reopen(OPS, 1);
  bob.openPull(OPS, { title: 'p', head: 'p', files: { x: 'y' } });
  bob.push(OPS, { x: 'z' }, { branch: 'p' });
  bob.requestReviews(OPS, 2, 'ada');
  bob.closePull(OPS, 2);
  bob.reopenPull(OPS, 2);
  bob.mergePull(OPS, 2);
  ada.transfer(OPS, 1, { owner: 'acme', name: 'other' });
  ada.deleteLabel(OPS, 'incident');
  return events;
}

// Keys of the examples that GitHub no longer sends or that only some payloads have.
const OPTIONAL = new Set([
  ...['milestone', 'performed_via_github_app', 'base_ref', 'master_branch', 'stargazers', 'organization', 'parent'],
  ...['allow_squash_merge', 'allow_merge_commit', 'allow_rebase_merge', 'allow_auto_merge', 'delete_branch_on_merge'],
  ...['squash_merge_commit_title', 'allow_update_branch', 'use_squash_pr_title_as_default', 'name', 'email', 'license'],
  ...[
    'commits',
    'head_commit',
    'pusher',
    'changes',
    'repo_before',
    'draft',
    'user',
    'active_lock_reason',
    'custom_properties',
  ],
]);

// Every key that all examples of a kind share has to be in ours, at any depth, with a value of the same type.
function missing(examples: readonly unknown[], ours: unknown, path: string): string[] {
  const objects = examples.filter((each): each is Record<string, unknown> => {
    return typeof each === 'object' && each !== null && !Array.isArray(each);
  });
  const [first, ...others] = objects;
  if (!first || objects.length < examples.length) return [];
  if (typeof ours !== 'object' || ours === null) return ours === null ? [] : [`${path} is no object`];
  const shared = Object.keys(first).filter((key) => !OPTIONAL.has(key) && others.every((each) => key in each));
  return shared.flatMap((key) => {
    const own = (ours as Record<string, unknown>)[key];
    if (own === undefined) return [`${path}.${key}`];
    return missing(
      objects.map((each) => each[key]),
      own,
      `${path}.${key}`,
    );
  });
}

describe('webhook payloads', () => {
  const events = morning();

  test('everything that the App hears was caused', () => {
    const heard = [...new Set(events.map(({ name, action }) => (action ? `${name}.${action}` : name)))].sort();
    expect(heard).toEqual([
      ...['create', 'issue_comment.created', 'issue_comment.deleted', 'issue_comment.edited', 'issues.assigned'],
      ...['issues.closed', 'issues.edited', 'issues.labeled', 'issues.locked', 'issues.opened', 'issues.reopened'],
      ...['issues.transferred', 'issues.unassigned', 'issues.unlabeled', 'issues.unlocked', 'label.created'],
      ...['label.deleted', 'label.edited', 'pull_request.closed', 'pull_request.opened', 'pull_request.reopened'],
      ...['pull_request.review_requested', 'pull_request.synchronize', 'push'],
    ]);
  });

  test.each(events.map((event, index) => [`${event.name}.${event.action}`, index] as const))('%s (%i)', (_, index) => {
    const event = events[index] as WebhookEvent;
    const examples = described
      .filter(({ name }) => name === event.name)
      .flatMap((each) => each.examples)
      .filter(({ action }) => event.action === '' || action === event.action);
    expect(missing(examples, event.payload, event.name)).toEqual([]);
    expect(event.payload).toMatchObject({
      repository: { full_name: event.repository.name === 'ops' ? 'acme/ops' : 'acme/other' },
      organization: { login: 'acme' },
      installation: { id: expect.any(Number), node_id: expect.any(String) },
      sender: { login: expect.any(String), type: 'User' },
    });
  });

  test('the app itself is a Bot with brackets', () => {
    const world = smallWorld();
    const heard: WebhookEvent[] = [];
    world.as('ada').openIssue(OPS, { title: 'a' });
    world.subscribe((event) => heard.push(event));
    world.as('sitrep').comment(OPS, 1, 'x');
    expect(heard[0]?.payload).toMatchObject({ sender: { login: 'sitrep[bot]', type: 'Bot' } });
  });
});
