import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run/run-audit.js';
import type { AuditRun } from '../../src/model/finding.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
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

  /** Seed and project (null: the department) of a rule's findings. */
  const about = (rule: string) =>
    run.findings
      .filter((finding) => finding.rule === rule)
      .map(({ document, project }) => [seedOf.get(document), project])
      .sort();
  const words = (rule: string, seed: string) =>
    run.findings
      .filter((finding) => finding.rule === rule && seedOf.get(finding.document) === seed)
      .map(({ message }) => message)
      .join('\n');

  it('000: one name with two spellings, one topic in two rows, goals that differ', () => {
    expect(words('project-name-differs', '000')).toContain('“政治安全”与“政法安全”');
    expect(words('scope-overlaps', '000')).toContain('开列了“扫黑除恶”，同一文件又单列“扫黑除恶专项经费”');
    expect(words('secrecy-inconsistent', '000')).toContain('涉密，不公开');
    expect(about('goal-differs').filter(([seed]) => seed === '000')).toEqual([
      ['000', '涉法涉诉困难救助经费'],
      ['000', '铁路护路专项经费'],
    ]);
  });

  it('001: a rate as cost, a rate without %, nine boxes not ticked, goals copied from duties', () => {
    expect(words('indicator-misplaced', '001')).toContain('“资金支付及时率”列在成本指标下');
    expect(words('target-unit-missing', '001')).toContain('“资金支付及时率”为“≥90”');
    const left = run.findings.filter(({ rule }) => rule === 'target-is-placeholder');
    expect(left.map(({ document }) => seedOf.get(document))).toEqual(Array(7).fill('001'));
    expect(left.flatMap(({ evidence }) => evidence).map(({ evidence }) => evidence.quote)).toEqual(
      Array(9).fill('是/否'),
    );
    expect(about('text-copied-between-projects').filter(([seed]) => seed === '001')).toEqual([
      ['001', '政治安全工作经费'],
      ['001', '社会治理工作经费'],
    ]);
  });

  it('002: a name that hides the recipients', () => {
    expect(words('project-name-differs', '002')).toMatch(/治安巡逻防控费.*79农村籍退役参战人员/);
  });

  it('003: the project as its own department, a contradiction, a copied goal, a duplicate, a rate over 100', () => {
    expect(words('agency-is-project', '003')).toContain('主管部门一栏填的是项目名称“项目1综合治理费”');
    expect(words('targets-contradict', '003')).toMatch(/网络运行正常率”为“100%”.*网络故障率”为“≤5%”/);
    expect(words('text-copied-between-projects', '003')).toContain('政法综治专网专线经费、综合治理费');
    expect(words('text-truncated', '003')).toContain('群众”没有说完');
    expect(words('indicator-duplicated', '003')).toContain('“群众对国家安全意识”在同一张表中列了2次');
    expect(words('target-rate-over-100', '003')).toContain('≥100%');
    expect(about('template-text-left')).toHaveLength(8);
  });

  it('004: one text four times, a date named by itself, a grade as satisfaction, a full stop twice', () => {
    expect(words('indicator-duplicated', '004')).toContain(
      '不断提升全民积极参与禁毒的意识和识毒、防毒、拒毒。”在同一张表中列了4次',
    );
    expect(words('target-repeats-name', '004')).toContain('“2023年12月”为“2023年12月”');
    expect(words('indicator-misplaced', '004')).toContain('“各项指标考核等级”列在服务对象满意度指标下');
    expect(words('text-truncated', '004')).toContain('“。。”重复');
  });

  it('judge what they print', () => {
    const passed = (rule: string) => run.rules.find((count) => count.rule === rule)?.pass;
    expect(passed('budget-total-differs-from-revenue')).toBe(3);
    expect(passed('budget-differs-from-funding')).toBe(11);
    expect(passed('project-code-checksum-suspect')).toBe(11);
  });
});
