// Ten thousand texts are thrown at everything that reads what people say in their files; `npm run soak -- fuzz` throws a million.
import { jest } from '@jest/globals';
import { here } from '../processor-time.ts';
import { fuzzed } from './fuzzed.ts';
import { fileReaders } from './readers.ts';

jest.setTimeout(600_000);
const seed = Number(process.env.FAST_CHECK_SEED ?? 2026);

test.each(fileReaders.map((reader) => [reader.name, reader] as const))(
  '%s: whatever is thrown at it is read',
  (_, reader) => {
    // A busy machine takes longer than the 50 ms that the soak asks for.
    expect(fuzzed(reader, { seed, times: 10_000, most: here(250) })).toBeNull();
  },
);
