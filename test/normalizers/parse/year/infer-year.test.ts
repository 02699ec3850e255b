import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferYear, type YearClues } from '../../../../normalizers/parse/year/infer-year.js';
import cases from './cases.json' with { type: 'json' };

interface Case extends Partial<YearClues> {
  year: number | null;
  from?: string;
}

const EMPTY: YearClues = { titles: [], captions: [], texts: [] };

describe('inferYear', () => {
  it.each((cases as Case[]).map((item) => ({ ...item, name: JSON.stringify(item) })))(
    '$name',
    ({ year, from, name, ...clues }) => {
      const found = inferYear({ ...EMPTY, ...clues });
      expect(found?.year ?? null).toBe(year);
      expect(found?.basis.from).toBe(from);
    },
  );

  it('answers for every text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        inferYear({ titles: texts, captions: texts, texts, projectCodes: texts, fileName: texts.join('') });
      }),
    );
  });
});
