// YAML for GitHub's readers, which follow YAML 1.1: there `14:02` is a number and `no` is false unless they are quoted.
import { stringify } from 'yaml';

/** A value as YAML without anchors and folded lines. */
export function asYaml(value: unknown): string {
  return stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}
