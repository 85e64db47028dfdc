// A process of the bench: what planning one more command takes, on a record of a given length. The processor's time of this thread.
import { type Plan, plan } from '../src/plan.ts';
import { longRecord } from './long-record.ts';

const times = 25;
/** The quickest of so many rounds: what else the machine does only adds to it. */
const rounds = 20;

const { look, services } = await longRecord(Number(process.argv[2]));
const { snapshot, handbook, now } = look;
const tools = { ...services.tools, current: { handbook, templates: services.tools.templates } };
let last: Plan = look.plan;

const told = {
  entries: look.plan.record.entries.length,
  comments: snapshot.thread.length,
  plan: quickest((fresh) => {
    last = plan(fresh, handbook, now, tools);
  }),
  json: quickest((fresh) => JSON.parse(JSON.stringify(fresh)) as unknown),
};
if (last.effects.length === 0) throw new Error('nothing was heard: what was measured is no plan of a new command');
process.stdout.write(JSON.stringify(told));

/** The same look as another answer of GitHub would give it, with other words in the newest comment: nothing of it was seen before. */
function withText(text: string): typeof snapshot {
  const fresh = JSON.parse(JSON.stringify(snapshot)) as typeof snapshot;
  const thread = fresh.thread.map((item, index) =>
    item.kind === 'comment' && index === fresh.thread.length - 1 ? { ...item, body: text } : item,
  );
  return { ...fresh, people: snapshot.people, thread };
}

/** Milliseconds a time, of the quickest round. */
function quickest(work: (fresh: typeof snapshot) => unknown): number {
  const each = Array.from({ length: rounds }, (_, round) => {
    const looks = Array.from({ length: times }, (_, count) =>
      withText(`/note And now this, too (${round}, ${count}).`),
    );
    const start = process.threadCpuUsage();
    for (const fresh of looks) work(fresh);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000 / times;
  });
  return Math.min(...each);
}
