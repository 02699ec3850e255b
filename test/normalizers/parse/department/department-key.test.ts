import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departmentKey } from '../../../../normalizers/parse/department/department-key.js';
import { departmentWords } from '../../../../normalizers/parse/department/department-words.js';
import keys from './keys.json' with { type: 'json' };

describe('departmentKey', () => {
  const cases = Object.entries(keys).flatMap(([key, names]) => names.map((name) => [name, key] as const));

  it.each(cases)('%s → %s', (name, key) => {
    expect(departmentKey(name, null)).toBe(key);
  });

  it('takes off the name of a place without a code', () => {
    const zone = { code: null, name: '西部新区', province: '湖南省', city: '株洲市' };
    expect(departmentKey('株洲市西部新区财政局', zone)).toBe('财政局');
  });

  it('knows every name of a department only once', () => {
    const { keys: known } = departmentWords();
    for (const [name, key] of known) expect(departmentKey(`株洲市石峰区${name}`, null), name).toBe(key);
  });

  it('gives every named text a key, and the key of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const key = departmentKey(`${text}信访局`, null);
        expect(key).not.toBe('');
      }),
    );
  });
});
