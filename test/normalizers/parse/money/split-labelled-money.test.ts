import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLabelledMoney } from '../../../../normalizers/parse/money/split-labelled-money.js';
import labelled from './labelled.json' with { type: 'json' };

describe('splitLabelledMoney', () => {
  it.each(labelled)('%s → %s | %s', (text, label, money) => {
    expect(splitLabelledMoney(text ?? '')).toEqual(label === null ? null : { label, money });
  });

  it('loses nothing but the separator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const split = splitLabelledMoney(text);
        if (split)
          expect(text.replace(/[\s:：]/g, '')).toBe(`${split.label}${split.money}`.replace(/[\s:：]/g, ''));
      }),
    );
  });
});
