import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableError } from '../../../extractors/bytes/limits.js';
import { openOle } from '../../../extractors/bytes/ole-file.js';
import { runsOf } from '../../support/thorough.js';
import { oleFile } from '../../support/word-binary.js';

const small = Uint8Array.from({ length: 100 }, (_, i) => i);
const large = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);

describe('openOle', () => {
  const bytes = oleFile({ Small: small, Large: large });

  test('streams of both kinds, names without regard to case', () => {
    const ole = openOle(bytes);
    expect(ole.stream('small')).toEqual(small);
    // Much faster than toEqual, which looks at every byte as at a property.
    expect(Buffer.from(ole.stream('LARGE') ?? []).equals(large)).toBe(true);
    expect(ole.stream('other')).toBeUndefined();
  });

  test('damage ends as corrupt or as missing streams, never as another error or a hang', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        fc.nat(bytes.length),
        (changes, end) => {
          const damaged = bytes.slice(0, Math.max(600, end));
          for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
          try {
            openOle(damaged).stream('Large');
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableError);
          }
        },
      ),
      { numRuns: runsOf(20, 200) },
    );
  });
});
