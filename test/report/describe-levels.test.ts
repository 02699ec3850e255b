import { describe, expect, it } from 'vitest';
import { countDepartments } from '../../src/compare/coverage/count-departments.js';
import type { SeenDepartment } from '../../src/model/coverage.js';
import { describeLevels } from '../../src/report/coverage/describe-levels.js';

const seen = (
  region: string,
  regionCode: string | null,
  departmentKey: string,
  year = 2024,
): SeenDepartment => ({
  region,
  regionCode,
  departmentKey,
  year,
});
const listed = (codes: readonly string[]) => codes.map((code) => ({ code, name: `县${code}`, city: null }));
const told = (
  [region, regionCode]: [string, string | null],
  codes: readonly string[],
  rows: readonly SeenDepartment[],
): string =>
  describeLevels(countDepartments({ region, regionCode, year: 2024, listed: listed(codes) }, rows));

describe('who has published, level by level', () => {
  it('does not pass over the departments of a city itself because its counties have none', () => {
    const rows = [seen('临川市', '990100', '公安局'), seen('临川市', '990100', '商务局')];
    expect(told(['临川市', '990100'], ['990102', '990103'], rows)).toBe(
      '临川市 2024 年：本级 2 个部门；2 个县级地区中 0 个库中有公开',
    );
  });

  it('says of a city without any what its counties have', () => {
    const rows = [seen('东山县', '990122', '公安局'), seen('东山县', '990122', '公安局')];
    expect(told(['临川市', '990100'], ['990121', '990122'], rows)).toBe(
      '临川市 2024 年：库中没有本级的公开；2 个县级地区中 1 个库中有公开，共 1 个部门',
    );
  });

  it('counts the cities of a province by themselves, each with its own departments only', () => {
    const rows = [
      seen('临海省', '990000', '财政厅'),
      seen('临川市', '990100', '公安局'),
      seen('临江市', '990200', '公安局'),
      seen('临江市', '990200', '商务局'),
      seen('东山县', '990122', '公安局'),
    ];
    expect(told(['临海省', '990000'], ['990121', '990122', '990221'], rows)).toBe(
      '临海省 2024 年：本级 1 个部门；2 个市本级共 3 个部门；3 个县级地区中 1 个库中有公开，共 1 个部门',
    );
  });

  it('has one level for a county, and other years do not count', () => {
    const rows = [seen('东山县', '990122', '公安局'), seen('东山县', '990122', '商务局', 2023)];
    expect(told(['东山县', '990122'], [], rows)).toBe('东山县 2024 年：1 个部门');
    expect(told(['东山县', '990122'], [], [])).toBe('东山县 2024 年：库中没有公开的部门');
  });

  it('names places that no list has apart from those it has', () => {
    const rows = [seen('东山县', '990122', '公安局'), seen('临川高新区', null, '财政局')];
    expect(told(['临川市', '990100'], ['990122'], rows)).toBe(
      '临川市 2024 年：库中没有本级的公开；1 个县级地区中 1 个库中有公开，另有名单之外的 1 个地区，共 2 个部门',
    );
  });
});
