import { describe, expect, it } from 'vitest';
import type { DisclosureSpec } from '../../../src/audit/rules/example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
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
