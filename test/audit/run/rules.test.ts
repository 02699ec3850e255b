import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/audit/rules/example.js';
import type { Rule } from '../../../src/audit/rules/rule.js';
import { EVERY_RULE, RULES } from '../../../src/audit/run/rules.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { subjectsOf } from '../../../src/audit/subjects/subject.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';
import { someOf } from '../../support/thorough.js';

/** Ids are permanent: a decision of a reviewer hangs on them. Add (`npm run new:rule` does), never rename. */
const FROZEN_IDS: string[] = JSON.parse(readFileSync(new URL('./frozen-ids.json', import.meta.url), 'utf8'));

const audit = (rule: Rule, { disclosures }: RuleExample) =>
  runAudit(sourceOf(disclosures.map((spec, index) => buildDocument(spec, `${index}.docx`))), {}, [rule]);

describe('rules', () => {
  it('lists every file of the folder once', () => {
    const files = readdirSync(new URL('../../../src/audit/rules', import.meta.url), { recursive: true });
    const ids = files.flatMap((file) => /^[a-z]+\/(.+)\.ts$/.exec(String(file))?.[1] ?? []);
    expect(ids.sort()).toEqual(EVERY_RULE.map((rule) => rule.id).sort());
  });

  it('keeps the frozen ids', () => {
    expect(EVERY_RULE.map((rule) => rule.id)).toEqual(FROZEN_IDS);
  });

  it('lists all but drafts', () => {
    expect(RULES).toEqual(EVERY_RULE.filter(({ draft }) => !draft));
  });

  it('answer at least once for every subject', () => {
    const specs = EVERY_RULE.flatMap(({ examples }) => Object.values(examples).flat()).flatMap(
      ({ disclosures }) => disclosures,
    );
    for (const subject of [{}, { summary: { rows: [] } }, ...someOf(80, specs)].flatMap((spec) =>
      subjectsOf(buildDocument(spec)),
    )) {
      for (const rule of EVERY_RULE) {
        if (rule.scope === 'document')
          expect([rule.id, [...rule.check(subject)].length]).not.toEqual([rule.id, 0]);
        if (rule.scope !== 'form') continue;
        for (const form of subject.forms.filter(({ form: { kind } }) => rule.forms.includes(kind))) {
          expect([rule.id, [...rule.check(form)].length]).not.toEqual([rule.id, 0]);
        }
      }
    }
  });

  describe.each(EVERY_RULE.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
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
