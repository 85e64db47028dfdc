// Whose word a level is: what the handbook's `set-by` names.
import { isRight, type Right, rights, type Severity } from '../core/handbook.ts';
import { same } from '../core/person.ts';
import { standIns } from '../core/stand-in.ts';
import type { Room } from './command.ts';
import { holds } from './rights.ts';

/** Whether the speaker's word makes it this severe, or is a mere assumption until somebody with the right agrees. */
export function maySayLevel({ setBy }: Severity, room: Room): boolean {
  return setBy.length === 0 || setBy.some((who) => (isRight(who) ? has(who, room) : holdsFor(who, room)));
}

function has(right: Right, room: Room): boolean {
  return right === 'holder' ? holds(room) : rights.indexOf(room.right) >= rights.indexOf(right);
}

/** The role's holder, or while nobody holds it who stands in for it. */
function holdsFor(role: string, room: Room): boolean {
  if (holds(room, role)) return true;
  const deputies = room.incident ? standIns(room.incident, room.handbook, role) : [];
  return deputies.some((one) => same(one.person, room.speaker.person) && holds(room, one.role));
}
