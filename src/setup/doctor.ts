// `sitrep doctor owner/repo`: what keeps Sitrep from working in a repository, each with the click or command that mends it.
import { isBeside } from '../core/beside-files.ts';
import type { GitHub } from '../github/client.ts';
import { currentConfig } from '../github/config-files.ts';
import { plain } from '../plain.ts';
import { gitHubOf, type RepositoryName, servicesOf, type Terminal } from '../terminal.ts';
import { accessFindings } from './access-findings.ts';
import { appFindings } from './app-findings.ts';
import { branchFindings } from './branch-findings.ts';
import { configFindings } from './config-findings.ts';
import { counted } from './counted.ts';
import type { Finding, Seen, Unseen } from './finding.ts';
import { formFindings } from './form-findings.ts';
import { labelFindings } from './label-findings.ts';
import { ladderFindings } from './ladder-warnings.ts';
import { factsOf, type Patient, templatesOf } from './patient.ts';
import { protectionFindings } from './protection-findings.ts';
import { scheduleFindings } from './schedule-findings.ts';
import { settingFindings } from './setting-findings.ts';

type Look = (patient: Patient) => readonly Seen[] | Promise<readonly Seen[]>;

const first: readonly Look[] = [settingFindings, accessFindings, appFindings, configFindings];
/** What depends on the handbook: with a broken config we would look for another one's. */
const further: readonly Look[] = [
  branchFindings,
  protectionFindings,
  labelFindings,
  formFindings,
  ladderFindings,
  scheduleFindings,
];

/**
 * Looks, and changes nothing.
 * @param appOf GitHub with the App's own rights, where its key is given
 * @returns 0 nothing to mend, 1 something is
 * @throws without a token, and when GitHub does not answer
 */
export async function doctor(
  repository: RepositoryName,
  terminal: Terminal,
  appOf: () => Promise<GitHub | null>,
): Promise<number> {
  const { github, requests } = counted(gitHubOf(terminal));
  const name = plain(`${repository.owner}/${repository.name}`);
  const facts = await factsOf(github, repository);
  if (!facts) {
    terminal.out(
      `There is no repository ${name}, or this token may not see it. Its metadata must be readable: look at https://github.com/${name} and at the token's repositories.`,
    );
    return 1;
  }
  if (facts.isArchived) {
    terminal.out(`${name} is archived: Sitrep leaves it alone. Unarchive it: ${facts.page}/settings#danger-zone`);
    return 1;
  }
  const { handbook, problems, doubts } = servicesOf(terminal).resolve(await currentConfig(github, repository));
  const own = await appOf();
  const app = own === null ? null : counted(own);
  const { env, self = 'sitrep' } = terminal;
  const templates = await templatesOf(github, repository);
  const read = { handbook, problems, doubts, templates };
  const patient = { github, app: app?.github ?? null, repository, facts, ...read, env, self, now: terminal.now() };
  const seen: Seen[] = [];
  for (const look of problems.every(isBeside) ? [...first, ...further] : first) seen.push(...(await look(patient)));
  const spent = requests() + (app?.requests() ?? 0);
  return tell(seen, `${name} (handbook ${plain(handbook.id)})`, spent, terminal);
}

function tell(seen: readonly Seen[], name: string, requests: number, { out }: Terminal): number {
  const findings = seen.filter((one): one is Finding => 'what' in one);
  const unseen = seen.filter((one): one is Unseen => 'unseen' in one);
  for (const one of seen) if ('warning' in one) out(plain(`- Warning: ${one.warning}`, 500));
  for (const { what, mend } of findings) out(plain(`- ${what} ${mend}`, 700));
  for (const one of unseen) out(plain(`  Not looked at: ${one.unseen}.`, 400));
  const count = findings.length === 1 ? '1 thing' : `${findings.length} things`;
  out(`${name}: ${findings.length === 0 ? 'nothing' : count} to mend; ${requests} requests.`);
  return findings.length > 0 ? 1 : 0;
}
