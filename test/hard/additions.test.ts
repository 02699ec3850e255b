import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { additionsTable } from '../house/additions-table.js';
import { CheckoutCopy } from '../house/checkout-copy.js';
import { EXAMPLES } from '../house/examples.js';

const TABLE = additionsTable();
const PROBES = 'test/support/probe-additions.ts';

describe('我要加……', () => {
  let copy: CheckoutCopy;
  let before: Record<string, string | null>;
  let after: Record<string, string | null>;
  const touched = new Map<string, string[]>();

  beforeAll(() => {
    copy = new CheckoutCopy();
    before = JSON.parse(copy.run(PROBES));
    for (const { row, change } of EXAMPLES)
      touched.set(
        row,
        copy.touchedBy(() => change(copy)),
      );
    after = JSON.parse(copy.run(PROBES));
  });

  afterAll(() => copy.remove());

  it('has an example for each row', () => {
    expect(EXAMPLES.map(({ row }) => row).sort()).toEqual(TABLE.map(({ row }) => row).sort());
  });

  describe.each(TABLE.map((addition) => [addition.row, addition] as const))('%s', (row, { places }) => {
    it('touches what the table says, and nothing else', () => {
      const files = touched.get(row) ?? [];
      const named = places.flat();
      expect(files.filter((file) => !named.some((place) => place.test(file)))).toEqual([]);
      expect(
        places.filter((group) => !files.some((file) => group.some((place) => place.test(file)))),
      ).toEqual([]);
    });

    it('works then, and not before', () => {
      expect(before[row]).toEqual(expect.any(String));
      expect(after[row]).toBeNull();
    });
  });
});
