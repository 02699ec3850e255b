import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDepartment } from '../../../../normalizers/parse/department/parse-department.js';
import parsed from './parsed.json' with { type: 'json' };

describe('parseDepartment', () => {
  it.each(parsed)('$text → $name', ({ text, ...department }) => {
    expect(parseDepartment(text)).toEqual(department.name === null ? null : department);
  });

  it('answers for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseDepartment(text)?.name).not.toBe('');
      }),
    );
  });
});
