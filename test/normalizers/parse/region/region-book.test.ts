import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { findRow } from '../../../../normalizers/parse/region/find-region.js';
import { regionBook } from '../../../../normalizers/parse/region/region-book.js';
import { regionHeirs } from '../../../../src/model/region-heirs.js';

const require = createRequire(import.meta.url);
const readJson = <T>(path: string): T => JSON.parse(readFileSync(require.resolve(path), 'utf8')) as T;

/** 市辖区, 县, 省直辖县级行政区划 stand for a level, not a place; municipalities are listed a second time as cities. */
const isPlace = ({ code, name }: { code: string; name: string }): boolean =>
  !/^([市县]|.*市辖区|(省|自治区)直辖.*)$/.test(name) && !/^(11|12|31|50)0[12]00$/.test(code);

describe('region book', () => {
  it('agrees with the list of 2024 it was built from', () => {
    const today = readJson<{ code: string; name: string }[]>('lcn/data/data.json').filter(isPlace);
    const wrong = today.filter(({ code, name }) => findRow(code, 2024)?.name !== name);
    expect(wrong).toEqual([]);
  });

  it('has every place of today in use today, those whose code came back included', () => {
    const today = readJson<{ code: string; name: string }[]>('lcn/data/data.json').filter(isPlace);
    const rows = [...regionBook().byCode.values()].flat();
    const inUse = new Set(
      rows.filter(({ last }) => last === null).map(({ code, name }) => `${code} ${name}`),
    );
    expect(today.filter(({ code, name }) => !inUse.has(`${code} ${name}`))).toEqual([]);
  });

  it('has the heirs of retired codes in use, under their names, and the retired ones not', () => {
    const rows = [...regionBook().byCode.values()].flat();
    const wrong = regionHeirs().filter(
      ({ code, name, heir, heirName }) =>
        !rows.some((row) => row.code === heir && row.name === heirName && row.last === null) ||
        !rows.some((row) => row.code === code && row.name === name) ||
        rows.some((row) => row.code === code && row.last === null),
    );
    expect(wrong).toEqual([]);
  });

  it('agrees with the last list of every year from 2002 to 2016', () => {
    const revisions = readJson<string[]>('gb2260/lib/revisions.json').sort();
    const lastOfYear = new Map(revisions.map((revision) => [Number(revision.slice(0, 4)), revision]));
    const wrong: string[] = [];
    for (const [year, revision] of lastOfYear) {
      const names = readJson<Record<string, string>>(`gb2260/lib/${revision}.json`);
      for (const [code, name] of Object.entries(names)) {
        if (isPlace({ code, name }) && findRow(code, year)?.name !== name)
          wrong.push(`${year} ${code} ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gives every zone a parent that exists', () => {
    for (const { name, parent } of regionBook().zones) expect(findRow(parent, null), name).not.toBeNull();
  });
});
