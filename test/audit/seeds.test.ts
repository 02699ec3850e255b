import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run-audit.js';
import type { AuditRun } from '../../src/model/finding.js';
import { readDocument } from '../../src/pipeline/read-document.js';
import { sourceOf } from '../support/audit-source.js';

const SEEDS = '../shared/seeds';

describe.skipIf(!existsSync(SEEDS))('the five seeds', () => {
  let run: AuditRun;
  let seedOf: Map<string, string>;

  beforeAll(async () => {
    const documents = await Promise.all(
      readdirSync(SEEDS).map((file) => readDocument(readFileSync(join(SEEDS, file)), { path: file })),
    );
    seedOf = new Map(documents.map(({ sha256, path }) => [sha256, path.slice(0, 3)]));
    run = await runAudit(sourceOf(documents));
  });

  const found = (rule: string) =>
    run.findings
      .filter((finding) => finding.rule === rule)
      .map(({ document, reported, expected }) => [seedOf.get(document), reported, expected])
      .sort();

  it('add up: no error', () => {
    expect(run.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('lack one total and one form', () => {
    expect(found('summary-total-missing')).toEqual([['004', null, '174万元']]);
    expect(found('summary-row-without-form')).toEqual([['000', '5万元', null]]);
  });

  it('promise other quantities than they cost', () => {
    expect(found('quantity-differs-from-calculation')).toEqual([
      ['000', '宣传资料15万份', '10万份'],
      ['004', '宣传报道126次', '50次'],
      ['004', '每季度1次', '8次'],
    ]);
  });

  it('leave out months and round on the way up', () => {
    expect(found('calculation-lacks-factor')).toHaveLength(2);
    expect(found('calculation-differs-from-amount')).toEqual([['002', '3.7万元', '3.69万元']]);
    expect(found('calculation-rounding-excess')).toEqual([['002', '39.69万元', '39.6816万元']]);
  });

  it('leave a cost open, print the unit twice, and use one plan for all', () => {
    expect(found('cost-target-open-ended')).toEqual([['003', '≥4万元', null]]);
    expect(found('amount-unit-doubled').map(([seed]) => seed)).toEqual(Array(7).fill('003'));
    expect(found('spending-plan-uniform').map(([seed]) => seed)).toEqual(['001']);
  });

  it('judge what they print', () => {
    const passed = (rule: string) => run.rules.find((count) => count.rule === rule)?.pass;
    expect(passed('budget-total-differs-from-revenue')).toBe(3);
    expect(passed('budget-differs-from-funding')).toBe(11);
    expect(passed('project-code-checksum-suspect')).toBe(11);
  });
});
