import { describe, expect, it } from 'vitest';
import { sumChecks } from '../../../src/audit/equations/sum-checks.js';
import type { DisclosureSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { subjectsOf } from '../../../src/audit/subjects/subject.js';
import type { ReadDocument } from '../../../src/model/document.js';
import type { Finding } from '../../../src/model/finding.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

/** The document as if it had been read from a picture, each text as sure as told. */
function pictured(document: ReadDocument, sureOf: (quote: string) => number): ReadDocument {
  const text = JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'quote' in value && 'block' in value
      ? { ...value, recognized: sureOf(String(value.quote)) }
      : value,
  );
  return JSON.parse(text) as ReadDocument;
}

const found = async (
  spec: DisclosureSpec,
  rule: string,
  sureOf: (quote: string) => number,
): Promise<Pick<Finding, 'verdict' | 'severity' | 'message'> | undefined> => {
  const document = pictured(buildDocument(spec, 'a.pdf'), sureOf);
  const { findings } = await runAudit(sourceOf([document]), { rules: [rule] });
  return findings[0];
};

const SPEC: DisclosureSpec = {
  summary: {
    total: '15.5',
    rows: ['10', '2.5'].map((amount, at) => ({ name: `项目${'甲乙'[at]}`, amount })),
  },
};
const RULE = 'summary-total-differs-from-rows';

describe('a finding on text that was read from a picture', () => {
  it('stands where every operand is sure, and says where the text is from', async () => {
    const finding = await found(SPEC, RULE, () => 0.97);
    expect(finding).toMatchObject({ verdict: 'fail', severity: 'error' });
    expect(finding?.message).toMatch(/，待核实。（所据文字由图像识别得到）$/);
  });

  it('is to be reviewed where one operand is not', async () => {
    const finding = await found(SPEC, RULE, (quote) => (quote === '2.5' ? 0.6 : 0.99));
    expect(finding).toMatchObject({ verdict: 'review', severity: 'warning' });
    expect(finding?.message).toContain('读取存疑：有文字或数字由图像识别得到，把握不大');
  });

  it('is to be reviewed where what it misses may not have been recognized', async () => {
    const blank: DisclosureSpec = { summary: { total: '', rows: SPEC.summary?.rows ?? [] } };
    const printed = await runAudit(sourceOf([buildDocument(blank, 'a.pdf')]));
    const missing = printed.findings.find(({ reported, verdict }) => reported === null && verdict === 'fail');
    expect(missing).toBeDefined();
    const finding = await found(blank, missing?.rule ?? '', () => 0.99);
    expect(finding).toMatchObject({ verdict: 'review' });
    expect(finding?.message).toContain('图像上可能还有没有认出的字');
  });
});

/** A total that differs from the expenditure it is split into, and its revenue beside it. */
const split = (revenue: Record<string, string>): DisclosureSpec => ({
  departmentForm: { total: '30', revenue, expenditure: { 基本支出: '17', 项目支出: '12' } },
});
const EXPENDITURE = 'budget-total-differs-from-expenditure';
const verdictOf = async (spec: DisclosureSpec, rule: string, unsure: string): Promise<string | undefined> =>
  (await found(spec, rule, (quote) => (quote === unsure ? 0.6 : 0.99)))?.verdict;

describe('a figure that was read from a picture, held against the sums it stands in', () => {
  it('is sure where a sum of several parts comes out, else as sure as it was read', async () => {
    expect(await verdictOf(split({ 财政拨款收入: '20', 其他收入: '10' }), EXPENDITURE, '30')).toBe('fail');
    expect(await verdictOf(split({ 财政拨款收入: '30' }), EXPENDITURE, '30')).toBe('review');
    expect(await verdictOf(split({}), EXPENDITURE, '30')).toBe('review');
  });

  it('bears out no other figure', async () => {
    const fits = split({ 财政拨款收入: '20', 其他收入: '10' });
    expect(await verdictOf(fits, EXPENDITURE, '17')).toBe('review');
  });

  it('is not sure where a sum does not come out and one of its figures is not', async () => {
    const off = split({ 财政拨款收入: '20', 其他收入: '11' });
    expect(await verdictOf(off, EXPENDITURE, '11')).toBe('review');
    expect(await verdictOf(off, EXPENDITURE, '')).toBe('fail');
  });

  it('is sure where the weights make the full score', () => {
    const checksOf = (last: string, sure: number): string[] => {
      const weighing = (weight: string) => ({
        level1: '产出指标',
        name: `指标${weight}`,
        target: '1次',
        weight,
      });
      const spec: DisclosureSpec = {
        projects: [{ name: '甲', indicators: [weighing('60'), weighing(last)] }],
      };
      const document = pictured(buildDocument(spec, 'a.pdf'), (quote) => (quote === last ? sure : 0.99));
      return subjectsOf(document).flatMap((subject) => [...sumChecks(subject).values()]);
    };
    expect(checksOf('40', 0.6)).toEqual(['fits', 'fits']);
    expect(checksOf('30', 0.6)).toEqual([]);
    expect(checksOf('38', 0.6)).toEqual(['differs', 'differs']);
    expect(checksOf('38', 0.99)).toEqual([]);
  });
});
