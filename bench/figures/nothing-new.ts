// What events cost that change nothing: our own coming back to us, and what people do that is none of the incident's.
import type { Stage } from '../../sandbox/demo/stage.ts';
import type { Act } from '../../sandbox/server.ts';
import type { Figure, Measured } from '../figure.ts';
import { firstReport } from '../lifecycle.ts';
import { asked } from '../live-through.ts';
import { type Circumstances, sideBySide } from '../side-by-side.ts';

/** None of them is a command, and nothing on the card comes from them; the last ones are about an issue that is no incident. */
const idle: readonly Act[] = [
  { act: 'comment', number: 1, text: 'I am looking at the graphs of the last hour.' },
  { act: 'comment', number: 1, text: 'Same here: the second node has it too.' },
  { act: 'label', number: 1, labels: ['bug'] },
  { act: 'unlabel', number: 1, labels: ['bug'] },
  { act: 'open', title: 'How do I export my orders?', body: 'I found no button for it.' },
  { act: 'comment', number: 2, text: 'Below the list, on the right.' },
];

export const nothingNew: Figure = {
  name: 'nothing-new',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const { sitrep, usual } = await nothingNewCosts();
    const beside = (value: number) => ({ 'usual App': value });
    return [
      {
        ...{ figure: 'own-event-requests', value: sitrep.own, unit: 'requests', beside: beside(usual.own), bound: 0 },
        note: 'all events of a first pass, delivered once more',
      },
      {
        ...{
          figure: 'idle-event-requests',
          value: sitrep.idle,
          unit: 'requests',
          beside: beside(usual.idle),
          bound: 1,
        },
        note: 'the most that one of these took: two comments without a command, a label that is none of ours put on and taken off, an issue that is no incident, a comment on it',
      },
    ];
  },
};

export interface NothingNew {
  /** All of the App's own events together. */
  readonly own: number;
  /** The dearest of those that others cause. */
  readonly idle: number;
}

export function nothingNewCosts(circumstances: Circumstances = {}) {
  return sideBySide(costs, circumstances);
}

async function costs(stage: Stage): Promise<NothingNew> {
  const { deliveries } = stage.sandbox;
  const requestsOf = async (work: () => Promise<void>): Promise<number> => {
    const before = structuredClone(stage.sandbox.requests);
    await work();
    await stage.settled();
    return asked(before, stage.sandbox.requests).requests;
  };
  await requestsOf(() => stage.act(firstReport.who, firstReport.act));
  const echoes = deliveries.log.filter(({ request }) => isOfABot(request.payload));
  if (echoes.length === 0) throw new Error('the App did nothing that came back to it');
  const own = await requestsOf(async () => {
    for (const { id } of echoes) deliveries.redeliver(id);
  });
  const each: number[] = [];
  for (const act of idle) each.push(await requestsOf(() => stage.act('bob', act)));
  return { own, idle: Math.max(...each) };
}

function isOfABot({ sender }: Readonly<Record<string, unknown>>): boolean {
  return (sender as { readonly type?: string } | undefined)?.type === 'Bot';
}
