import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { House } from '../../scripts/kit/house.js';
import { newRule } from '../../scripts/new-rule.js';
import { scratchFolder } from '../support/scratch-folder.js';

let house: House;

beforeEach(() => {
  const folder = scratchFolder({});
  for (const theme of ['totals', 'texts'])
    mkdirSync(join(folder, 'src/audit/rules', theme), { recursive: true });
  for (const file of ['src/audit/run/rules.ts', 'test/audit/run/frozen-ids.json']) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  house = new House(folder);
});

describe('newRule', () => {
  it('writes a draft, lists it and keeps its id', () => {
    newRule(house, 'totals/summary-year-missing');
    const file = 'src/audit/rules/totals/summary-year-missing.ts';
    expect(house.read(file)).toContain(
      "export const summaryYearMissing = defineFormRule({\n  id: 'summary-year-missing'",
    );
    expect(house.read(file)).toContain('\n  draft: true,\n');
    const list = house.read('src/audit/run/rules.ts');
    expect(list).toContain("import { summaryYearMissing } from '../rules/totals/summary-year-missing.js';\n");
    expect(list).toMatch(/ {2}summaryYearMissing,\n\];\n/);
    expect(house.read('test/audit/run/frozen-ids.json')).toMatch(/,\n {2}"summary-year-missing"\n\]\n$/);
  });

  it('refuses a taken or malformed id, and touches nothing', () => {
    newRule(house, 'totals/summary-year-missing');
    const before = [...house.touched];
    expect(() => newRule(house, 'totals/summary-year-missing')).toThrow('规则已经存在');
    expect(() => newRule(house, 'texts/summary-year-missing')).toThrow('规则已经存在');
    expect(() => newRule(house, 'texts/goal-differs')).toThrow('用过，不能再用');
    expect(() => newRule(house, 'weather/summary-year-missing')).toThrow('没有主题 weather；可用：');
    expect(() => newRule(house, 'totals/SummaryYear')).toThrow('小写英文');
    expect(house.touched).toEqual(before);
    expect(readdirSync(join(house.root, 'src/audit/rules/texts'))).toEqual([]);
  });
});
