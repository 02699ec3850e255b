import { createHash } from 'node:crypto';
import { RULES } from '../../src/audit/run/rules.js';
import type { ReadDocument } from '../../src/model/document.js';
import type { Severity } from '../../src/model/facts/severities.js';
import type { Finding, RuleCount } from '../../src/model/finding.js';
import { emptyCount } from '../../src/model/rule-counts.js';
import { SeededRandom } from '../../test/support/seeded-random.js';

const MOST_OF_DOCUMENT = 8;

/** Made-up findings of a generated document, on its projects and by the rules there are; up to eight. */
export function generatedFindings(document: ReadDocument, index: number, seed: number): Finding[] {
  const random = new SeededRandom(seed * 7_000_003 + index);
  const projects = document.disclosures[0]?.projects ?? [];
  return Array.from({ length: random.integer(0, MOST_OF_DOCUMENT) }, (_, n): Finding => {
    const rule = RULES[random.integer(0, RULES.length - 1)] as (typeof RULES)[number];
    const project = projects[random.integer(0, projects.length - 1)];
    const evidence = project?.evidence.money ?? project?.evidence.name;
    const [reported, expected] = [random.integer(1, 900), random.integer(1, 900)];
    const isSure = random.next() < 0.6;
    const severity: Severity = isSure || rule.severity === 'note' ? rule.severity : 'warning';
    return {
      fingerprint: createHash('sha256')
        .update(`${document.sha256} ${rule.id} ${n}`)
        .digest('hex')
        .slice(0, 32),
      matter: `${rule.id} ${index} ${n}`,
      rule: rule.id,
      ruleVersion: rule.version,
      severity: isSure || severity !== 'warning' ? severity : 'note',
      verdict: isSure ? 'fail' : 'review',
      document: document.sha256,
      disclosure: 0,
      project: project?.name ?? null,
      field: 'project.amount',
      parameters: {},
      message: `${rule.title}：${project?.name ?? '部门整体'}公开为 ${reported} 万元，算出来是 ${expected} 万元`,
      reported: `${reported}`,
      expected: `${expected}`,
      differenceFen: (reported - expected) * 1_000_000,
      differenceShare: null,
      toleranceFen: 0,
      formula: `${reported} ≠ ${expected}`,
      evidence: evidence ? [{ label: '金额', evidence, document: document.sha256 }] : [],
    };
  });
}

/** What a run that found these says of every rule. */
export function countsOf(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map(RULES.map(({ id }) => [id, emptyCount(id)]));
  for (const { rule, verdict } of findings) {
    const count = counts.get(rule);
    if (count) count[verdict] += 1;
  }
  return [...counts.values()];
}
