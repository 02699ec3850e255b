import type { DisclosureSpec } from '../../src/audit/rules/example.js';
import type { Rule } from '../../src/audit/rules/rule.js';
import { EVERY_RULE } from '../../src/audit/run/rules.js';
import { runAudit } from '../../src/audit/run/run-audit.js';
import type { Finding } from '../../src/model/finding.js';
import { sourceOf } from './audit-source.js';
import { buildDocument } from './disclosure-builder.js';
import { generateDisclosure, generateSelfEvaluation, wan } from './generated-disclosure.js';
import type { PlantedFault } from './planted-fault.js';
import { PLANTED_FAULTS } from './planted-faults.js';
import { SeededRandom } from './seeded-random.js';
import { inYuan, permuted } from './spec-changes.js';

export interface ProofRow {
  name: string;
  planted: number;
  caught: number;
  /** Findings nobody planted, and verdicts that changed with the order of rows or the unit. */
  alarms: number;
}

/**
 * Mutation proof: every rule must report the fault planted for it, and only its listed neighbours may speak too (without one, the
 * first of its examples that report, and only rules that speak of it alone); the same
 * disclosure in another order or another unit must get the same verdicts; differences that rounding explains, and disclosures
 * without a fault, no error.
 */
export async function proveRules(rounds: number): Promise<ProofRow[]> {
  const rows: ProofRow[] = [];
  for (const rule of EVERY_RULE) {
    const faults = PLANTED_FAULTS.filter((fault) => fault.rule === rule.id);
    const row = { name: rule.id, planted: 0, caught: 0, alarms: 0 };
    for (let round = 0; round < rounds; round++) {
      for (const fault of faults) await prove(fault, round, row);
      if (faults.length === 0) await proveByExample(rule, round, row);
    }
    rows.push(row);
  }
  return [
    ...rows,
    await proveSilence('（没有差错）', rounds, () => {}),
    await proveSilence('（四舍五入）', rounds, roundOff),
  ];
}

async function prove(fault: PlantedFault, seed: number, row: ProofRow): Promise<void> {
  const random = new SeededRandom(seed * 7919 + 17);
  const clean = cleanOnes(random);
  const faulty =
    fault.into === 'self-evaluation' ? generateSelfEvaluation(random, 0) : generateDisclosure(random, 0);
  fault.plant(faulty, random);
  clean.push(...(fault.beside?.(faulty) ?? []));
  await weigh([faulty, ...clean], fault, random, row);
}

async function proveByExample({ id, examples }: Rule, seed: number, row: ProofRow): Promise<void> {
  const random = new SeededRandom(seed * 7919 + 17);
  const disclosures = examples.reports[0]?.disclosures ?? [];
  const alone = await audit(disclosures);
  const fault = {
    rule: id,
    neighbours: alone.map(({ rule }) => rule),
    verdict: alone.find(({ rule }) => rule === id)?.verdict,
  };
  await weigh([...disclosures, ...cleanOnes(random)], fault, random, row);
}

const cleanOnes = (random: SeededRandom): DisclosureSpec[] =>
  [1, 2, 3].map((index) => generateDisclosure(random, index));

/** Counts into the row what is found in the disclosures, in another order of them, and in another unit. */
async function weigh(
  specs: DisclosureSpec[],
  { rule, neighbours, verdict = 'fail' }: Pick<PlantedFault, 'rule' | 'neighbours'> & { verdict?: string },
  random: SeededRandom,
  row: ProofRow,
): Promise<void> {
  const findings = await audit(specs);
  row.planted += 1;
  if (findings.some((finding) => finding.rule === rule && finding.verdict === verdict)) row.caught += 1;
  const expected = new Set([rule, ...neighbours]);
  row.alarms += findings.filter((finding) => !expected.has(finding.rule)).length;
  const shuffled = specs.map((spec) => permuted(spec, random));
  if (signature(findings) !== signature(await audit(shuffled))) row.alarms += 1;
  if (rule === 'amount-unit-doubled') return;
  if (signature(findings) !== signature(await audit(specs.map(inYuan)))) row.alarms += 1;
}

async function proveSilence(
  name: string,
  rounds: number,
  change: (spec: DisclosureSpec, random: SeededRandom) => void,
): Promise<ProofRow> {
  const row = { name, planted: 0, caught: 0, alarms: 0 };
  for (let round = 0; round < rounds; round++) {
    const random = new SeededRandom(round * 104729 + 5);
    const specs = [generateDisclosure(random, 0), generateSelfEvaluation(random, 1)];
    for (const spec of specs) change(spec, random);
    const findings = await audit(specs);
    row.alarms += findings.filter((finding) => finding.severity !== 'note').length;
  }
  return row;
}

const audit = async (specs: DisclosureSpec[]): Promise<Finding[]> =>
  (await runAudit(sourceOf(specs.map((spec, index) => buildDocument(spec, `${index}.docx`))), {}, EVERY_RULE))
    .findings;

/** What must not depend on order or unit. */
const signature = (findings: Finding[]): string =>
  findings
    .map(({ fingerprint, rule, verdict, severity }) => `${rule} ${fingerprint} ${verdict} ${severity}`)
    .sort()
    .join('\n');

/** Every part off by less than half of its last place: what stands behind the figures had more decimals. */
function roundOff(spec: DisclosureSpec, random: SeededRandom): void {
  const nudge = (printed: string): string => wan(Math.round(Number(printed) * 100) + random.integer(-1, 1));
  const department = spec.departmentForm;
  if (department?.revenue?.一般公共预算拨款) {
    department.revenue.一般公共预算拨款 = nudge(department.revenue.一般公共预算拨款);
  }
  if (department?.expenditure?.基本支出)
    department.expenditure.基本支出 = nudge(department.expenditure.基本支出);
  if (spec.summary?.total) spec.summary.total = nudge(spec.summary.total);
  for (const project of spec.projects ?? []) {
    if (project.funding?.财政资金) project.funding.财政资金 = nudge(project.funding.财政资金);
    if (project.costTotal) project.costTotal = nudge(project.costTotal);
  }
}
