import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferRegion } from '../../../../normalizers/parse/region/infer-region.js';
import type { RegionClues } from '../../../../normalizers/parse/region/region-clues.js';
import cases from './inferred.json' with { type: 'json' };

interface Case extends Partial<RegionClues> {
  why: string;
  year?: number;
  code: string | null;
  name?: string;
  from?: string;
  candidates?: number;
}

const EMPTY: RegionClues = { projectCodes: [], departmentNames: [], agencies: [], titles: [], texts: [] };

describe('inferRegion', () => {
  it.each(cases as Case[])('$why', ({ why, year, code, name, from, candidates, ...clues }) => {
    const found = inferRegion({ ...EMPTY, ...clues }, year ?? 2023);
    if (found.region) {
      expect(found.region.code).toBe(code);
      expect(found.basis.from).toBe(from);
      if (name) expect(found.region.name).toBe(name);
      return;
    }
    expect({ code, from }).toEqual({ code: null, from: undefined });
    expect(found.candidates).toHaveLength(candidates ?? 0);
  });

  it('gives a zone its parents', () => {
    expect(inferRegion({ ...EMPTY, departmentNames: ['长沙市高新区管委会'] }, 2023).region).toEqual({
      code: null,
      name: '长沙高新区',
      province: '湖南省',
      city: '长沙市',
    });
  });

  it('answers for every text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string(), (texts, path) => {
        const clues = { projectCodes: texts, departmentNames: texts, agencies: texts, titles: texts, texts };
        inferRegion({ ...clues, archivePath: path, folders: texts, fileName: path }, null);
      }),
    );
  });
});
