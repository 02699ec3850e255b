import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_NUMBERS, rowId } from '../../src/model/row-id.js';
import { parseName, shortName, shortNumbers, wholeName } from '../../src/model/row-name.js';

const numbers = fc.uniqueArray(fc.integer({ min: 0, max: DOCUMENT_NUMBERS - 1 }), { maxLength: 200 });

describe('shortNumbers', () => {
  it('gives each number a beginning that only it has, or the whole of it', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const short = shortNumbers(all);
        for (const number of all) {
          const beginning = short.get(number) ?? '';
          const alike = all.filter((each) => String(each).startsWith(beginning));
          expect(String(number).startsWith(beginning)).toBe(true);
          expect(alike.length === 1 || beginning === String(number)).toBe(true);
        }
      }),
    );
  });

  it('is no longer than it must be, and no shorter than four digits', () => {
    expect([...shortNumbers([43720610214, 43720799999, 51000000000, 7, 70]).values()].sort()).toEqual([
      '43720610'.slice(0, 6),
      '437207',
      '5100',
      '7',
      '70',
    ]);
  });
});

describe('the names of a row', () => {
  const id = rowId(43720610214, 15);
  it('are the whole one and a short one', () => {
    expect(wholeName({ letter: 'i', id })).toBe(`i${id}`);
    expect(shortName({ letter: 'i', id }, new Map([[43720610214, '4372']]))).toBe('i4372-15');
    expect(shortName({ letter: 'd', id: 43720610214 }, new Map([[43720610214, '4372']]))).toBe('d4372');
    expect(shortName({ letter: 'f', id: 45 }, new Map())).toBe('f45');
  });

  it('of a document the store does not know stay whole', () => {
    expect(shortName({ letter: 'i', id }, new Map())).toBe(`i${id}`);
  });
});

describe('parseName', () => {
  it.each([
    ['i123', { letter: 'i', digits: '123', ordinal: null }],
    ['I123', { letter: 'i', digits: '123', ordinal: null }],
    [' d5123 ', { letter: 'd', digits: '5123', ordinal: null }],
    ['5123', { letter: null, digits: '5123', ordinal: null }],
    ['i5123-15', { letter: 'i', digits: '5123', ordinal: 15 }],
    ['5123-15', { letter: null, digits: '5123', ordinal: 15 }],
  ])('%s', (text, name) => {
    expect(parseName(text, 'ip')).toEqual(name);
  });

  it.each(['', 'i', 'x1', 'd5-1', 'f5-1', '-15', 'i5123-', "i1' OR 1=1", 'i12345678901234567'])(
    '%s is no name',
    (text) => {
      expect(parseName(text, 'ip')).toBeNull();
    },
  );
});
