import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRule } from '../../scripts/new-rule.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-rule-'));
  mkdirSync(join(folder, 'rules/totals'), { recursive: true });
  mkdirSync(join(folder, 'rules/texts'));
  mkdirSync(join(folder, 'run'));
  copyFileSync('src/audit/run/rules.ts', join(folder, 'run/rules.ts'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('createRule', () => {
  it('writes the file and lists the rule', () => {
    const file = createRule('totals/summary-year-missing', folder);
    expect(readFileSync(file, 'utf8')).toContain(
      "export const summaryYearMissing = defineFormRule({\n  id: 'summary-year-missing'",
    );
    const list = readFileSync(join(folder, 'run/rules.ts'), 'utf8');
    expect(list).toContain("import { summaryYearMissing } from '../rules/totals/summary-year-missing.js';\n");
    expect(list).toMatch(/ {2}summaryYearMissing,\n\];\n$/);
    const imports = list.split('\n').filter((line) => /'\.\.\/rules\/\w+\//.test(line));
    expect(imports).toEqual(
      [...imports].sort((a, b) => (a.split("'")[1] ?? '').localeCompare(b.split("'")[1] ?? '', 'en')),
    );
  });

  it('refuses a taken or malformed id', () => {
    createRule('totals/summary-year-missing', folder);
    expect(() => createRule('totals/summary-year-missing', folder)).toThrow('规则已经存在');
    expect(() => createRule('texts/summary-year-missing', folder)).toThrow('规则已经存在');
    expect(() => createRule('weather/summary-year-missing', folder)).toThrow('没有主题 weather；可用：');
    expect(() => createRule('totals/SummaryYear', folder)).toThrow('小写英文');
  });
});
