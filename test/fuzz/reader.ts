// What is thrown texts at: everything of Sitrep that reads what people, or their files, say.
import type fc from 'fast-check';

export interface Reader {
  readonly name: string;
  /** Texts to throw at it; most are short, some as long as GitHub lets them be. */
  readonly texts: fc.Arbitrary<string>;
  /** Pieces that are repeated until they are long: time may not grow faster than they do. */
  readonly pieces: readonly string[];
  /** A beginning without which nothing of what follows is read. */
  readonly opening: string;
  /** @throws when the text brings it down, or something that holds of every text does not hold of this one */
  read(text: string): void;
}
