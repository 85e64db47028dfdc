// Services whose rota is not there.
import { rosterFile } from '../core/rota.ts';
import type { Service } from '../core/service.ts';
import type { Finding } from './explain.ts';
import { didYouMean } from './nearest.ts';

/** @param rotas ids of all that the file names, those that cannot be used too: they are told where they are wrong */
export function serviceDoubts(services: readonly Service[], rotas: readonly string[]): readonly Finding[] {
  return services.flatMap(({ id, onCall }): readonly Finding[] => {
    if (onCall === null || rotas.includes(onCall)) return [];
    const what = `\`services.${id}.on-call\` names the rota \`${onCall}\`, which is not there.`;
    const suggestion =
      didYouMean(onCall, rotas) || `Tell it under \`rotas\` in \`${rosterFile}\`, or take it away here.`;
    return [{ path: ['services', id, 'on-call'], of: 'value', what, suggestion }];
  });
}
