import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/audit/rules/example.js';
import type { Rule } from '../../../src/audit/rules/rule.js';
import { RULES } from '../../../src/audit/run/rules.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { subjectsOf } from '../../../src/audit/subjects/subject.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

/** Ids are permanent: a decision of a reviewer hangs on them. Add, never rename. */
const FROZEN_IDS = [
  'budget-total-differs-from-revenue',
  'budget-total-differs-from-expenditure',
  'budget-differs-from-funding',
  'summary-total-differs-from-rows',
  'summary-total-missing',
  'project-spending-differs-from-summary',
  'summary-row-differs-from-form',
  'summary-row-without-form',
  'project-amount-differs-from-parent',
  'project-amount-differs-from-costs',
  'projects-differ-from-department',
  'calculation-result-differs',
  'calculation-lacks-factor',
  'calculation-differs-from-amount',
  'calculation-rounding-excess',
  'lump-sum-unexplained',
  'spending-plan-irregular',
  'spending-plan-uniform',
  'cost-target-exceeds-budget',
  'cost-target-open-ended',
  'amount-unit-doubled',
  'amount-unit-slip',
  'title-year-differs',
  'project-code-region-differs',
  'project-code-year-differs',
  'project-code-checksum-suspect',
  'project-code-duplicate',
  'quantity-differs-from-calculation',
  'quantity-differs-from-projects',
  'weights-irregular',
  'execution-rate-differs',
  'score-total-differs',
  'target-differs-between-forms',
  'target-unit-missing',
  'target-unit-foreign',
  'target-rate-over-100',
  'targets-contradict',
  'target-is-placeholder',
  'target-repeats-name',
  'target-not-measurable',
  'indicator-misplaced',
  'indicator-duplicated',
  'dimension-missing',
  'project-name-differs',
  'goal-differs',
  'scope-overlaps',
  'secrecy-inconsistent',
  'text-truncated',
  'template-text-left',
  'agency-is-project',
  'text-copied-between-projects',
  'text-copied-from-last-year',
  'text-copied-across-regions',
  'unit-cost-outlier',
  'goal-figure-differs-from-indicator',
  'target-differs-within-form',
  'target-bound-reversed',
  'target-year-differs',
  'target-operator-irregular',
  'indicator-name-missing',
  'targets-swapped',
  'cost-targets-differ-from-amount',
  'name-department-swapped',
  'part-exceeds-total',
  'subtotal-differs-from-rows',
  'target-differs-between-projects',
  'target-differs-from-name',
  'target-part-missing',
];

const audit = (rule: Rule, { disclosures }: RuleExample) =>
  runAudit(sourceOf(disclosures.map((spec, index) => buildDocument(spec, `${index}.docx`))), {}, [rule]);

describe('rules', () => {
  it('lists every file of the folder once', () => {
    const files = readdirSync(new URL('../../../src/audit/rules', import.meta.url), { recursive: true });
    const ids = files.flatMap((file) => /^[a-z]+\/(.+)\.ts$/.exec(String(file))?.[1] ?? []);
    expect(ids.sort()).toEqual(RULES.map((rule) => rule.id).sort());
  });

  it('keeps the frozen ids', () => {
    expect(RULES.map((rule) => rule.id)).toEqual(FROZEN_IDS);
  });

  it('answer at least once for every subject', () => {
    const specs = RULES.flatMap(({ examples }) => Object.values(examples).flat()).flatMap(
      ({ disclosures }) => disclosures,
    );
    for (const subject of [{}, { summary: { rows: [] } }, ...specs].flatMap((spec) =>
      subjectsOf(buildDocument(spec)),
    )) {
      for (const rule of RULES) {
        if (rule.scope === 'document')
          expect([rule.id, [...rule.check(subject)].length]).not.toEqual([rule.id, 0]);
        if (rule.scope !== 'form') continue;
        for (const form of subject.forms.filter(({ form: { kind } }) => rule.forms.includes(kind))) {
          expect([rule.id, [...rule.check(form)].length]).not.toEqual([rule.id, 0]);
        }
      }
    }
  });

  describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    it('shows when it passes, reports and does not apply', () => {
      for (const examples of Object.values(rule.examples)) expect(examples).not.toHaveLength(0);
    });

    it.each(rule.examples.passes.map((example) => [example.title, example] as const))(
      'passes: %s',
      async (__, example) => {
        const { rules, findings } = await audit(rule, example);
        expect(findings).toEqual([]);
        expect(rules[0]?.pass).toBeGreaterThan(0);
      },
    );

    it.each(rule.examples.reports.map((example) => [example.title, example] as const))(
      'reports: %s',
      async (__, example) => {
        const { findings } = await audit(rule, example);
        expect(findings.map((finding) => finding.field).sort()).toEqual([...(example.fields ?? [])].sort());
        for (const finding of findings) {
          expect(finding.evidence).not.toHaveLength(0);
          expect(finding.message).not.toMatch(/[{}]|undefined|NaN/);
          expect(finding.message).toMatch(/待核实|可以解释/);
        }
      },
    );

    it.each(rule.examples.notApplicable.map((example) => [example.title, example] as const))(
      'does not apply: %s',
      async (__, example) => {
        const { rules, findings } = await audit(rule, example);
        expect(findings).toEqual([]);
        expect(rules[0]).toMatchObject({ pass: 0, fail: 0, review: 0 });
        expect(Object.keys(rules[0]?.reasons ?? {})).not.toHaveLength(0);
      },
    );
  });
});
