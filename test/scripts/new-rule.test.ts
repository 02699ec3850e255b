import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRule } from '../../scripts/new-rule.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-rule-'));
  mkdirSync(join(folder, 'rules'));
  copyFileSync('src/audit/rules.ts', join(folder, 'rules.ts'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('createRule', () => {
  it('writes the file and lists the rule', () => {
    const file = createRule('summary-year-missing', folder);
    expect(readFileSync(file, 'utf8')).toContain(
      "export const summaryYearMissing = defineRule({\n  id: 'summary-year-missing'",
    );
    const list = readFileSync(join(folder, 'rules.ts'), 'utf8');
    expect(list).toContain("import { summaryYearMissing } from './rules/summary-year-missing.js';\n");
    expect(list).toMatch(/ {2}summaryYearMissing,\n\];\n$/);
    const imports = list.split('\n').filter((line) => line.includes("'./rules/"));
    expect(imports).toEqual(
      [...imports].sort((a, b) => (a.split("'")[1] ?? '').localeCompare(b.split("'")[1] ?? '', 'en')),
    );
  });

  it('refuses a taken or malformed id', () => {
    createRule('summary-year-missing', folder);
    expect(() => createRule('summary-year-missing', folder)).toThrow('规则已经存在');
    expect(() => createRule('SummaryYear', folder)).toThrow('小写英文');
  });
});
