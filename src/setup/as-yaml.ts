// YAML for GitHub's readers, which follow YAML 1.1: there `14:02` is a number and `no` is false unless they are quoted.
import { Document, isScalar, visit } from 'yaml';

/** What stands in it for people alone. */
interface Comments {
  /** By key: a line above it. */
  readonly above?: Readonly<Record<string, string>>;
  /** By text: what stands behind it. */
  readonly behind?: Readonly<Record<string, string>>;
}

/** A value as YAML without anchors and folded lines. */
export function asYaml(value: unknown, { above = {}, behind = {} }: Comments = {}): string {
  const document = new Document(value, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_at, { key, value: held }) => {
      if (isScalar(key) && above[String(key.value)]) key.commentBefore = ` ${above[String(key.value)]}`;
      if (isScalar(held) && behind[String(held.value)]) held.comment = ` ${behind[String(held.value)]}`;
    },
  });
  return document.toString({ lineWidth: 0 });
}
