import { describe, expect, it } from 'vitest';
import type { DisclosureSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import type { AuditScope } from '../../../src/model/finding.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const audit = (specs: DisclosureSpec[], scope: AuditScope = {}) =>
  runAudit(sourceOf(specs.map((spec, index) => buildDocument(spec, `${index}.docx`))), scope);

/** A summary alone; every one of them also gets the note that its projects have no forms. */
const summary = (total: string, ...amounts: string[]): DisclosureSpec => ({
  summary: { total, rows: amounts.map((amount, index) => ({ name: `项目之${'甲乙丙'[index]}`, amount })) },
});

describe('runAudit', () => {
  it('sorts by severity, then by yuan', async () => {
    const { findings } = await audit([
      { ...summary('', '10'), department: '一局' },
      { ...summary('12', '10'), department: '二局' },
      { ...summary('19', '10'), department: '三局' },
    ]);
    expect(findings.map(({ severity, differenceFen }) => [severity, differenceFen])).toEqual([
      ['error', 9_000_000],
      ['error', 2_000_000],
      ['warning', null],
      ['note', 10_000_000],
      ['note', 10_000_000],
      ['note', 10_000_000],
    ]);
  });

  it('says what was printed and computed, with every operand', async () => {
    const { findings } = await audit([summary('15.5', '10', '2.5')], {
      rules: ['summary-total-differs-from-rows'],
    });
    expect(findings).toEqual([
      {
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        matter: expect.stringMatching(/^[0-9a-f]{16}$/),
        rule: 'summary-total-differs-from-rows',
        ruleVersion: 2,
        severity: 'error',
        verdict: 'fail',
        document: expect.any(String),
        disclosure: 0,
        project: null,
        field: 'summary.total',
        parameters: expect.any(Object),
        message:
          '“汇总表合计”印为15.5万元，所列各项相加为12.5万元（10 + 2.5 = 12.5 ≠ 15.5（万元）），相差3万元，待核实。',
        reported: '15.5万元',
        expected: '12.5万元',
        differenceFen: 3_000_000,
        differenceShare: '19.35',
        toleranceFen: 15_000,
        formula: '10 + 2.5 = 12.5 ≠ 15.5（万元）',
        evidence: [
          {
            label: '汇总表合计',
            evidence: expect.objectContaining({ quote: '15.5' }),
            document: expect.any(String),
          },
          {
            label: '项目之甲',
            evidence: expect.objectContaining({ quote: '10' }),
            document: expect.any(String),
          },
          {
            label: '项目之乙',
            evidence: expect.objectContaining({ quote: '2.5' }),
            document: expect.any(String),
          },
        ],
      },
    ]);
  });

  it('knows the matter of a finding in a corrected document, which is another finding', async () => {
    const found = async (total: string, path: string) =>
      (await runAudit(sourceOf([buildDocument(summary(total, '10'), path)]))).findings[0];
    const [before, after] = [await found('12', '甲.docx'), await found('13', '乙.docx')];
    expect(after?.matter).toBe(before?.matter);
    expect(after?.fingerprint).not.toBe(before?.fingerprint);
  });

  it('gives a finding the same fingerprint whatever other documents there are', async () => {
    const documents = ['12', '13', '19', '21'].map((total, index) =>
      buildDocument(summary(total, '10'), `${index}.docx`),
    );
    const all = (await runAudit(sourceOf(documents))).findings;
    for (const document of documents) {
      const alone = (await runAudit(sourceOf([document]))).findings;
      expect(alone).not.toEqual([]);
      expect(alone).toEqual(all.filter((each) => each.document === document.sha256));
    }
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length);
  });

  it('tells departments, years and equal findings apart', async () => {
    const { findings } = await audit([
      summary('12', '10'),
      { ...summary('12', '10'), year: 2024 },
      { ...summary('12', '10'), department: '另一局' },
      summary('12', '10'),
    ]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(8);
  });

  it('does not depend on the order of the documents', async () => {
    const documents = ['12', '13', '19'].map((total, index) =>
      buildDocument({ ...summary(total, '10'), department: null }, `${index}.docx`),
    );
    const forward = await runAudit(sourceOf(documents));
    const backward = await runAudit(sourceOf([...documents].reverse()));
    expect(backward.findings).toEqual(forward.findings);
  });

  it('makes a review of what rests on an unsure reading', async () => {
    const spec: DisclosureSpec = {
      departmentForm: { state: 'partial', total: '12', revenue: { 一般公共预算拨款: '10', 其他资金: '0' } },
    };
    const { findings } = await audit([spec]);
    expect(findings).toMatchObject([{ verdict: 'review', severity: 'warning' }]);
    expect(findings[0]?.message).toContain('读取存疑：表未读完整');
  });

  it('makes a review of a figure that runs out of its cell on the page', async () => {
    const document = buildDocument(summary('12', '10'));
    const [form] = document.forms;
    const place = form?.total?.evidence.place ?? '';
    document.diagnostics = [{ code: 'clipped-text', message: '文字没有显示完', place }];
    const { findings } = await runAudit(sourceOf([document]), { rules: ['summary-total-differs-from-rows'] });
    expect(findings).toMatchObject([{ verdict: 'review', severity: 'warning' }]);
    expect(findings[0]?.message).toContain('读取存疑：数字在页面上显示不全');
  });

  it('leaves blank templates alone', async () => {
    const spec: DisclosureSpec = {
      departmentForm: { state: 'template', total: '12', revenue: { 一般公共预算拨款: '10' } },
    };
    const { findings, rules } = await audit([spec]);
    expect(findings).toEqual([]);
    expect(rules.find(({ rule }) => rule === 'budget-total-differs-from-revenue')).toMatchObject({
      pass: 0,
      fail: 0,
    });
  });

  it('looks at the scope only', async () => {
    const specs = [summary('12', '10'), { ...summary('12', '10'), region: { code: '880101', name: '乙区' } }];
    expect(await audit(specs, { region: '880000' })).toMatchObject({ documents: 1, findings: [{}, {}] });
    expect(await audit(specs, { region: '乙区' })).toMatchObject({ documents: 1 });
    expect(await audit(specs, { year: 1999 })).toMatchObject({ documents: 0, findings: [] });
    expect(await audit(specs, { department: '某某局' })).toMatchObject({ documents: 2 });
    expect((await audit(specs, { rules: ['summary-total-missing'] })).rules).toHaveLength(1);
  });

  it('refuses an unknown rule', async () => {
    await expect(audit([], { rules: ['no-such-rule'] })).rejects.toThrow('没有规则 no-such-rule');
  });

  it('counts every answer with its reason', async () => {
    const { rules } = await audit([summary('10', '10'), summary('', '10'), summary('12', '10')]);
    expect(rules.find(({ rule }) => rule === 'summary-total-differs-from-rows')).toEqual({
      rule: 'summary-total-differs-from-rows',
      pass: 1,
      fail: 1,
      review: 0,
      notApplicable: 1,
      notEvaluated: 0,
      reasons: { 总额未填: 1 },
    });
  });
});
