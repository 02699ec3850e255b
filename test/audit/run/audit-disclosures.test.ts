import { describe, expect, it } from 'vitest';
import { auditDisclosures } from '../../../src/audit/run/audit-disclosures.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import type { AuditedDisclosure } from '../../../src/model/audited-disclosure.js';
import type { AuditScope, Finding } from '../../../src/model/finding.js';
import type { AuditSource } from '../../../src/model/ports/documents.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const differs = buildDocument(
  { department: '水利局', summary: { total: '90', rows: [{ name: '清淤', amount: '60' }] } },
  '水利局.docx',
);
const agrees = buildDocument(
  { department: '信访局', year: 2022, summary: { total: '60', rows: [{ name: '接访', amount: '60' }] } },
  '信访局.docx',
);

async function auditAll(source: AuditSource, scope: AuditScope = {}) {
  const findings: Finding[] = [];
  const disclosures: AuditedDisclosure[] = [];
  const run = await auditDisclosures(source, scope, {
    found: (some) => void findings.push(...some),
    looked: (some) => void disclosures.push(...some),
  });
  return { run, disclosures, findings };
}

describe('auditDisclosures', () => {
  it('runs the audit as it is', async () => {
    const source = sourceOf([differs, agrees]);
    const { run, findings } = await auditAll(source);
    const byPrint = (list: Finding[]) => new Map(list.map((each) => [each.fingerprint, each]));
    const { findings: expected, ...record } = await runAudit(source);
    expect(run).toEqual(record);
    expect(byPrint(findings)).toEqual(byPrint(expected));
    expect(findings).toHaveLength(expected.length);
  });

  it('lists every disclosure looked at with its answers, which add up to those of the rules', async () => {
    const { run, disclosures } = await auditAll(sourceOf([differs, agrees]));
    expect(disclosures).toMatchObject([
      { path: '水利局.docx', department: '水利局', year: 2023, forms: 1, projects: 1 },
      { path: '信访局.docx', department: '信访局', year: 2022, forms: 1, projects: 1 },
    ]);
    const passed = disclosures.reduce((sum, { pass }) => sum + pass, 0);
    expect(passed).toBe(run.rules.reduce((sum, { pass }) => sum + pass, 0));
    expect(passed).toBeGreaterThan(0);
  });

  it('leaves out what lies outside the scope', async () => {
    const { disclosures } = await auditAll(sourceOf([differs, agrees]), { year: 2022 });
    expect(disclosures.map(({ department }) => department)).toEqual(['信访局']);
  });

  it('says what could not be judged, and where', async () => {
    const unclear = buildDocument(
      { summary: { total: '看附件', rows: [{ name: '清淤', amount: '60' }] } },
      '不清.docx',
    );
    const { disclosures } = await auditAll(sourceOf([unclear]));
    expect(disclosures[0]?.unjudged).toContainEqual({
      rule: 'summary-total-differs-from-rows',
      reason: '金额单位未能判定',
      count: 1,
    });
  });
});
