import { describe, expect, it } from 'vitest';
import { checkConstant } from '../../../src/audit/figures/code-checksum.js';
import { partsOf } from '../../../src/audit/subjects/project-code.js';

describe('checkConstant', () => {
  it('is 30 for printed codes of regions that show the scheme', () => {
    for (const code of ['13030322P00404010001D', '13030322P004039100019', '12000022P10000210006W']) {
      expect(checkConstant(code)).toBe(30);
    }
  });

  it('changes with any one character', () => {
    expect(checkConstant('13030322P00404010002D')).not.toBe(30);
  });

  it('is null outside the alphabet', () => {
    expect(checkConstant('13030322P0040401000ID')).toBeNull();
  });
});

describe('partsOf', () => {
  it('takes a code of 21 characters apart', () => {
    expect(partsOf('13030322P00404010001D')).toEqual({ region: '130303', year: 2022, class: 'P' });
  });

  it('knows no other shapes', () => {
    expect(partsOf('0012')).toBeNull();
    expect(partsOf('13030322P00404010001')).toBeNull();
  });
});
