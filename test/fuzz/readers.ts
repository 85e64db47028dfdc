// Everything that reads what people say, in a thread and in files.
import { checklistReader } from './checklist.ts';
import { commandReader } from './commands.ts';
import { configReader, issueFormReader, serviceReader } from './config.ts';
import { formReader } from './form.ts';
import { frontMatterReader } from './front-matter.ts';
import { handbookReader } from './handbook.ts';
import { ledgerReader } from './ledger.ts';
import { pageReader } from './pages.ts';
import type { Reader } from './reader.ts';

export const threadReaders: readonly Reader[] = [commandReader, formReader, checklistReader, ledgerReader];
export const fileReaders: readonly Reader[] = [
  configReader,
  serviceReader,
  issueFormReader,
  handbookReader,
  pageReader,
  frontMatterReader,
];
