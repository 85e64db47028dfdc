// The files that an incident began with, and among them what is no part of the process as it is now: services, who is on call.

import { serviceFiles } from './core/service.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import { rosterFile } from './oncall/rota.ts';

const ofNow = [serviceFiles.own, rosterFile];

/** Who owns and who is on call for what is no part of the process: an incident goes by what the repository says of it now. */
export function withServicesNow(pinned: ConfigFiles, current: ConfigFiles): ConfigFiles {
  const began = Object.entries(pinned.files).filter(([path]) => !ofNow.includes(path));
  const now = ofNow.flatMap((path) => {
    const text = current.files[path];
    return text === undefined ? [] : [[path, text] as const];
  });
  return { ...pinned, files: Object.fromEntries([...began, ...now]) };
}
