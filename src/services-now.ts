// The files that an incident began with, and among them what is no part of the process as it is now.
import { serviceFiles } from './core/service.ts';
import type { ConfigFiles } from './github/config-cache.ts';

/** Who owns what is no part of the process: an incident goes by what the repository says of it now. */
export function withServicesNow(pinned: ConfigFiles, current: ConfigFiles): ConfigFiles {
  const { [serviceFiles.own]: _began, ...rest } = pinned.files;
  const now = current.files[serviceFiles.own];
  return { ...pinned, files: now === undefined ? rest : { ...rest, [serviceFiles.own]: now } };
}
