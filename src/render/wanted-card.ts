// The card as it should stand: what people read on top, the sealed ledger hidden below.

import { besideOnly } from '../core/beside-files.ts';
import { withoutCredentials } from '../core/credential.ts';
import { standIns } from '../core/effect.ts';
import type { NextStep } from '../core/expectation.ts';
import { tells } from '../core/exposure.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { encodeLedger } from '../core/ledger.ts';
import { mark } from '../core/marker.ts';
import type { WantedIssue } from '../core/opened-issue.ts';
import { ownComment } from '../core/own-comment.ts';
import { ownPull } from '../core/own-pull.ts';
import { postMortemBranches } from '../core/pull-request.ts';
import { isUnproved } from '../core/rebuilt.ts';
import { type Redacted, redactedMark, redactionCount, tellsRedacted } from '../core/redaction.ts';
import { isPostMortemRequired } from '../core/required.ts';
import type { Shelves } from '../core/shelves.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { takenOut } from '../core/taken-out.ts';
import type { WantedCard } from '../core/wanted.ts';
import { formatTime } from '../time/time.ts';
import { asHeard } from './as-heard.ts';
import { renderCard } from './card.ts';
import type { StandingClock } from './card-clocks.ts';
import type { CardView } from './card-view.ts';
import { checklistLines } from './checklist-comment.ts';
import { exposedCard } from './replies/exposure-words.ts';
import type { Notice } from './replies/notices.ts';
import { emptyCard } from './replies/own-comments.ts';
import type { Scene } from './scene.ts';
import { tooMany } from './sub-team.ts';

/** What of the pass itself shows on the card. */
interface Around {
  readonly steps: readonly NextStep[];
  readonly clocks: readonly StandingClock[];
  readonly shelves: Shelves;
  /** The post-mortem is opened in this pass. */
  readonly opens: boolean;
  /** Issues that are opened in this pass, unless the look shows them. */
  readonly issues: readonly WantedIssue[];
  readonly owesChecklist: boolean;
}

/** The card for any revision of the ledger: its visible part does not depend on it. */
export function wantedCard(incident: Incident, around: Around, scene: Scene): WantedCard {
  const { snapshot, seal, templates, exposure } = scene;
  const redactions = redactionCount(scene.redacted);
  const exposed = exposure?.until === null;
  const page = exposed
    ? exposedCard(incident, scene.handbook, snapshot.repository)
    : renderCard(viewOf(incident, around, scene), templates);
  const visible = redactedMark(redactions) + asHeard(page, scene.handbook, scene.topics);
  const entries = around.shelves.card;
  const records = around.shelves.records.length;
  return {
    mustGo: (card) => (exposure !== null && tells(card, exposure)) || tellsRedacted(card, redactions),
    empty: emptyCard(),
    body(revision, pinned) {
      const ledger = encodeLedger({ block: 'card', revision, records, pinned, entries }, snapshot.issue.id, seal);
      return mark('card', `${visible.trimEnd()}\n\n${ledger}`);
    },
  };
}

function viewOf(incident: Incident, around: Around, scene: Scene): CardView {
  const { snapshot, handbook } = scene;
  // What was taken out while it counted as private: the issue's own title says it, and it was no private matter.
  const title = incident.title === takenOut ? withoutCredentials(snapshot.issue.title) : incident.title;
  return {
    incident: { ...incident, title },
    handbook,
    issue: snapshot.issue,
    repository: snapshot.repository,
    next: around.steps,
    clocks: around.clocks,
    checklist: around.owesChecklist
      ? {
          url: ownComment(snapshot, 'checklist')?.url ?? standIns.checklist,
          items: checklistLines(incident, handbook).map(({ note, ...line }) => ({ ...line, why: note })),
        }
      : null,
    postMortem: postMortemOf(incident, around, scene),
    opened: openedOf(around, scene),
    problems: snapshot.config.problems,
    notices: notices(incident, around, scene),
  };
}

/** In the order of their keys: when each was opened depends on when we looked. */
function openedOf({ issues }: Around, { snapshot }: Scene): CardView['opened'] {
  const known = new Set(snapshot.opened.map(({ key }) => key));
  const opening = issues
    .filter(({ key }) => !known.has(key))
    .map(({ key, title }) => {
      const number = standIns.issue(key);
      return { key, number, url: `${snapshot.repository.url}/issues/${number}`, title, state: 'open' as const };
    });
  return [...snapshot.opened, ...opening]
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ key, number, url, title, state }) => ({ key, number: String(number), url, title, state }));
}

function postMortemOf(incident: Incident, { opens }: Around, { snapshot, handbook }: Scene): CardView['postMortem'] {
  const required = isPostMortemRequired(incident, handbook);
  const pull = ownPull(snapshot);
  if (!pull) return { state: opens ? 'open' : 'none', number: opens ? standIns.pull : null, required };
  return { state: opens && pull.state === 'closed' ? 'open' : pull.state, number: String(pull.number), required };
}

function notices(incident: Incident, { opens }: Around, scene: Scene): readonly Notice[] {
  const { handbook, memory, snapshot, redacted } = scene;
  const rebuilt = isUnproved(incident);
  const deleted = [...incident.timeline, ...memory.interferences].find(
    ({ fact }) => fact?.kind === 'interference' && fact.what === 'card-deleted',
  );
  const wanted = postMortemBranches(snapshot.issue.number).usual;
  const used = ownPull(snapshot)?.branch ?? (opens ? snapshot.postMortemBranch : wanted);
  const hidden = (['card', 'checklist'] as const).filter((what) => ownComment(snapshot, what)?.minimised);
  return [
    ...(incident.confirmed || incident.closed ? [] : [{ notice: 'unconfirmed' } as const]),
    ...(handbook.footing === 'server' || incident.closed
      ? []
      : [{ notice: 'no-server', proved: scene.seal.keyed } as const]),
    ...(rebuilt
      ? [{ notice: 'rebuilt', deleted: deleted !== undefined, by: deleted?.by?.login ?? null } as const]
      : []),
    ...hidden.map((what) => ({ notice: 'hidden', what }) as const),
    ...scene.fights.map(
      ({ subject, name, bot }) => ({ notice: 'left-to-a-bot', bot: bot.login, subject, name }) as const,
    ),
    ...heldNotice(snapshot),
    ...(used === wanted ? [] : [{ notice: 'branch-taken', wanted, used } as const]),
    ...configNotice(snapshot.config.problems),
    ...crowdNotice(incident, handbook),
    ...changeNotice(incident, handbook, snapshot),
    ...deletedNotice(redacted, snapshot),
    ...(snapshot.issue.locked ? [{ notice: 'issue-locked' } as const] : []),
  ];
}

/** What this process wrote over and over, and nobody is known to have undone. */
function heldNotice({ unstaying }: Snapshot): readonly Notice[] {
  return unstaying && unstaying.length > 0 ? [{ notice: 'held-back', kinds: unstaying }] : [];
}

function configNotice(problems: Snapshot['config']['problems']): readonly Notice[] {
  if (problems.length === 0) return [];
  const file = besideOnly(problems);
  return [file === null ? { notice: 'last-good-config' } : { notice: 'beside-unread', file }];
}

/** While an incident is open: its handbook's files were changed since it began to follow them. */
function changeNotice(incident: Incident, handbook: Handbook, { config }: Snapshot): readonly Notice[] {
  const { changed } = config;
  if (!changed || incident.closed) return [];
  const at = changed.at && formatTime(changed.at, handbook.zone, incident.milestones.declared?.at);
  return [{ notice: 'handbook-changed', by: changed.by, at }];
}

/** The newest comment that somebody deleted and nobody redacted. */
function deletedNotice({ deleted, redactions }: Redacted, { issue }: Snapshot): readonly Notice[] {
  const number = deleted.findLast((one) => !redactions.some(({ fact }) => fact.comment === one));
  return number === undefined
    ? []
    : [{ notice: 'comment-deleted', link: `${issue.url}#issuecomment-${number}`, count: deleted.length }];
}

/** More people report to who leads than the handbook holds for good. */
function crowdNotice(incident: Incident, handbook: Handbook): readonly Notice[] {
  const crowd = tooMany(incident, handbook);
  return crowd ? [{ notice: 'too-many-reports', ...crowd }] : [];
}
