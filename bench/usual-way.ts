// The usual way to measure incidents, as the best-known metrics Action goes it: one search, then three REST requests for each issue.
import { home } from './world.ts';

/** One issue as that Action measures it; minutes, null where it did not happen. */
export interface UsualRow {
  readonly number: number;
  readonly toFirstResponse: number | null;
  readonly toClose: number | null;
  /** By label. */
  readonly inLabels: Readonly<Record<string, number>>;
}

interface Wire {
  readonly url: string;
  readonly token: string;
}

interface Shown {
  readonly number: number;
  readonly created_at: string;
  readonly closed_at: string | null;
  readonly user: { readonly login: string };
}

interface ShownComment {
  readonly created_at: string;
  readonly user: { readonly login: string; readonly type: string };
}

interface ShownEvent {
  readonly event: string;
  readonly created_at: string;
  readonly label?: { readonly name: string };
}

/** Results that GitHub shows of one search, whatever it found. */
const searchLimit = 1000;

/**
 * Measures all issues with the label of incidents, one request after the other, in pages of a hundred. More than a thousand it
 * cannot see, for GitHub shows no more of one search.
 */
export async function usualWay(wire: Wire): Promise<readonly UsualRow[]> {
  const rows: UsualRow[] = [];
  for (const { number } of await searched(wire)) {
    const path = `/repos/${home.owner}/${home.name}/issues/${number}`;
    const issue = await get<Shown>(wire, path);
    const comments = await all<ShownComment>(wire, `${path}/comments`);
    const events = await all<ShownEvent>(wire, `${path}/events`);
    rows.push(measured(issue.data, comments, events));
  }
  return rows;
}

async function searched(wire: Wire): Promise<readonly Shown[]> {
  const query = encodeURIComponent(`repo:${home.owner}/${home.name} is:issue label:incident`);
  const found: Shown[] = [];
  for (let page = 1; found.length < searchLimit; page += 1) {
    const { data } = await get<{ readonly total_count: number; readonly items: readonly Shown[] }>(
      wire,
      `/search/issues?q=${query}&per_page=100&page=${page}`,
    );
    found.push(...data.items);
    if (data.items.length === 0 || found.length >= data.total_count) break;
  }
  return found;
}

async function all<T>(wire: Wire, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data, more } = await get<readonly T[]>(wire, `${path}?per_page=100&page=${page}`);
    items.push(...data);
    if (!more) return items;
  }
}

async function get<T>({ url, token }: Wire, path: string): Promise<{ readonly data: T; readonly more: boolean }> {
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
  return { data: (await answer.json()) as T, more: answer.headers.get('link')?.includes('rel="next"') ?? false };
}

function measured(issue: Shown, comments: readonly ShownComment[], events: readonly ShownEvent[]): UsualRow {
  const response = comments.find(({ user }) => user.type !== 'Bot' && user.login !== issue.user.login);
  const since = new Map<string, string>();
  const inLabels: Record<string, number> = {};
  const leave = (label: string, from: string, until: string): void => {
    inLabels[label] = (inLabels[label] ?? 0) + minutes(from, until);
    since.delete(label);
  };
  for (const { event, label, created_at: at } of events) {
    if (label && event === 'labeled') since.set(label.name, at);
    const from = label && event === 'unlabeled' ? since.get(label.name) : undefined;
    if (label && from !== undefined) leave(label.name, from, at);
  }
  for (const [label, from] of [...since]) if (issue.closed_at) leave(label, from, issue.closed_at);
  return {
    number: issue.number,
    toFirstResponse: response ? minutes(issue.created_at, response.created_at) : null,
    toClose: issue.closed_at ? minutes(issue.created_at, issue.closed_at) : null,
    inLabels,
  };
}

function minutes(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 60_000;
}
