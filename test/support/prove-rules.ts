import type { DisclosureSpec, IndicatorSpec } from '../../src/audit/rules/example.js';
import type { Rule } from '../../src/audit/rules/rule.js';
import { EVERY_RULE } from '../../src/audit/run/rules.js';
import { runAudit } from '../../src/audit/run/run-audit.js';
import type { Severity } from '../../src/model/facts/severities.js';
import type { Finding } from '../../src/model/finding.js';
import { sourceOf } from './audit-source.js';
import { buildDocument } from './disclosure-builder.js';
import { generateDisclosure, generateSelfEvaluation, wan } from './generated-disclosure.js';
import { generatePack, PACK_LAYOUTS, type PackLayout } from './generated-pack.js';
import { LAYOUTS, type Layout } from './layouts.js';
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
 * Mutation proof: every rule must report the fault planted for it, at the severity it gives for a sure reading, and only its
 * listed neighbours may speak too (without one, the first of its examples that report, and only rules that speak of it alone);
 * the same disclosure in another order or another unit must get the same verdicts; differences that rounding explains, and disclosures
 * without a fault, no error. In every layout forms are printed in, the faults must be caught as well.
 * @param from the first round, where they are run in pieces
 * @param inLayouts faults that are put into the layouts
 */
export async function proveRules(
  rounds: number,
  from = 0,
  {
    rules = EVERY_RULE,
    layouts = LAYOUTS,
    inLayouts = PLANTED_FAULTS,
  }: { rules?: readonly Rule[]; layouts?: readonly Layout[]; inLayouts?: readonly PlantedFault[] } = {},
): Promise<ProofRow[]> {
  const seeds = Array.from({ length: rounds }, (_, round) => from + round);
  const rows: ProofRow[] = [];
  for (const rule of rules) {
    const faults = PLANTED_FAULTS.filter((fault) => fault.rule === rule.id);
    const row = { name: rule.id, planted: 0, caught: 0, alarms: 0 };
    for (const round of seeds) {
      for (const fault of faults) await prove(fault, fault.severity ?? rule.severity, round, row);
      if (faults.length === 0) await proveByExample(rule, round, row);
    }
    rows.push(row);
  }
  return [
    ...rows,
    ...(await Promise.all(layouts.map((layout) => proveIn(layout, inLayouts, seeds)))),
    await proveSilence('（没有差错）', seeds, () => {}),
    await proveSilence('（四舍五入）', seeds, roundOff),
    await proveSilence('（似错非错）', seeds, lookWrong),
    ...(await Promise.all(
      layouts.map(({ name, change }) => proveSilence(`（${name}，没有差错）`, seeds, change)),
    )),
  ];
}

async function prove(fault: PlantedFault, severity: Severity, seed: number, row: ProofRow): Promise<void> {
  const random = new SeededRandom(seed * 7919 + 17);
  const clean = cleanOnes(random, fault.inPack === true);
  const faulty =
    fault.into === 'self-evaluation' ? generateSelfEvaluation(random, 0) : generateDisclosure(random, 0);
  if (fault.inPack) Object.assign(faulty, generatePack(faulty, layoutOf(seed), random));
  fault.plant(faulty, random);
  clean.push(...(fault.beside?.(faulty) ?? []));
  await weigh([faulty, ...clean], { ...fault, severity }, random, row);
}

/** Puts each fault that was planted in forms into the layout (packs have layouts of their own): it is caught there too, and nobody else speaks. */
async function proveIn(
  { name, change, blind }: Layout,
  planted: readonly PlantedFault[],
  seeds: readonly number[],
): Promise<ProofRow> {
  const row = { name: `（${name}）`, planted: 0, caught: 0, alarms: 0 };
  const faults = planted.filter(
    ({ rule, into, inPack }) => into !== 'self-evaluation' && !inPack && !blind.includes(rule),
  );
  for (const round of seeds) {
    for (const { rule, neighbours, plant, beside } of faults) {
      const random = new SeededRandom(round * 15485863 + 29);
      const faulty = generateDisclosure(random, 0);
      plant(faulty, random);
      const specs = [
        faulty,
        ...(beside?.(faulty) ?? []),
        ...cleanOnes(random),
        generateSelfEvaluation(random, 4),
      ];
      for (const spec of specs) change(spec, random);
      const findings = await audit(specs);
      row.planted += 1;
      if (findings.some((finding) => finding.rule === rule)) row.caught += 1;
      const expected = new Set([rule, ...neighbours]);
      const others = findings.filter(
        ({ rule: each, severity }) => !expected.has(each) && severity !== 'note',
      );
      row.alarms += others.length;
    }
  }
  return row;
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

/** Beside a pack the last of them is one too. */
const cleanOnes = (random: SeededRandom, inPack = false): DisclosureSpec[] =>
  [1, 2, 3].map((index) => {
    const spec = generateDisclosure(random, index);
    return inPack && index === 3
      ? { ...spec, ...generatePack(spec, layoutOf(random.integer(0, 2)), random) }
      : spec;
  });

const layoutOf = (seed: number): PackLayout => PACK_LAYOUTS[seed % PACK_LAYOUTS.length] ?? 'national';

/** Counts into the row what is found in the disclosures, in another order of them, and in another unit. */
async function weigh(
  specs: DisclosureSpec[],
  {
    rule,
    neighbours,
    verdict = 'fail',
    severity,
  }: Pick<PlantedFault, 'rule' | 'neighbours'> & { verdict?: string; severity?: Severity },
  random: SeededRandom,
  row: ProofRow,
): Promise<void> {
  const findings = await audit(specs);
  row.planted += 1;
  const isCaught = (finding: Finding) =>
    finding.rule === rule &&
    finding.verdict === verdict &&
    (verdict === 'review' || severity === undefined || finding.severity === severity);
  if (findings.some(isCaught)) row.caught += 1;
  const expected = new Set([rule, ...neighbours]);
  row.alarms += findings.filter((finding) => !expected.has(finding.rule)).length;
  const shuffled = specs.map((spec) => permuted(spec, random));
  if (signature(findings) !== signature(await audit(shuffled))) row.alarms += 1;
  if (rule === 'amount-unit-doubled') return;
  if (signature(findings) !== signature(await audit(specs.map(inYuan)))) row.alarms += 1;
}

async function proveSilence(
  name: string,
  seeds: readonly number[],
  change: (spec: DisclosureSpec, random: SeededRandom) => void,
): Promise<ProofRow> {
  const row = { name, planted: 0, caught: 0, alarms: 0 };
  for (const round of seeds) {
    const random = new SeededRandom(round * 104729 + 5);
    const packs = PACK_LAYOUTS.map((layout, index) => {
      const spec = generateDisclosure(random, index + 2);
      return { ...spec, ...generatePack(spec, layout, random) };
    });
    const specs = [generateDisclosure(random, 0), generateSelfEvaluation(random, 1), ...packs];
    for (const spec of specs) change(spec, random);
    const findings = await audit(specs);
    row.alarms += findings.filter((finding) => finding.severity !== 'note').length;
  }
  return row;
}

const audit = async (specs: DisclosureSpec[]): Promise<Finding[]> =>
  (await runAudit(sourceOf(specs.map((spec, index) => buildDocument(spec, `${index}.docx`))), {}, EVERY_RULE))
    .findings;

/** What must not depend on order or unit, in which the contents differ. */
const signature = (findings: Finding[]): string =>
  findings
    .map(({ matter, rule, verdict, severity }) => `${rule} ${matter} ${verdict} ${severity}`)
    .sort()
    .join('\n');

/**
 * True forms that look wrong: 其中：财政拨款 alone, units that sum their projects in the summary, a unit price above the budget,
 * rates that are no complement, counts whose name tells the unit.
 */
function lookWrong(spec: DisclosureSpec, random: SeededRandom): void {
  lookWrongInPack(spec);
  for (const project of spec.projects ?? []) {
    if (!project.funding) continue;
    const hundreds = Math.round(Number(project.amount) * 100);
    project.funding = { 财政拨款: wan(random.integer(1, hundreds)) };
    project.indicators?.push(
      percent('设备完好率', '=', '100'),
      percent('设备故障率', '<=', '5'),
      percent('故障修复率', '=', '100'),
      {
        level1: '成本指标',
        level2: '经济成本指标',
        name: '每公里养护成本',
        target: `≤${wan(hundreds * 2)}万元`,
        parsed: ['money', '<=', wan(hundreds * 2), '万元', String(hundreds * 200), '元'],
      },
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '走访户数',
        target: '120',
        parsed: ['number', '=', '120', '', '120', ''],
        flags: ['unit-missing'],
      },
    );
  }
  const rows = spec.summary?.rows;
  if (!rows) return;
  const at = random.integer(1, rows.length - 1);
  const unit = (name: string, some: typeof rows) => ({
    name,
    amount: wan(some.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)),
  });
  const [own, others] = [rows.slice(0, at), rows.slice(at)];
  rows.splice(0, rows.length, unit('某局本级', own), ...own, unit('某局服务中心', others), ...others);
}

/** Statements of a 公安局, which may leave classes out, beside a second 支出总表 of one of its units and a blank 其中. */
function lookWrongInPack(spec: DisclosureSpec): void {
  const spending = spec.statements?.find(({ kind }) => kind === 'expenditure');
  if (!spec.statements || !spending) return;
  spec.department = `${spec.department}（公安分局）`;
  const unit = {
    ...spending,
    lines: [{ item: '合计', role: 'total' as const, amounts: ['9.99', '9.99', ''] }],
  };
  spending.lines = spending.lines.filter(({ code }) => code !== '2210201');
  spec.statements.push({ ...unit, title: '单位支出总表', kind: 'other' });
  spec.statements[0]?.lines.push({ half: 1, item: '其中：基建', role: 'part', level: 2, amounts: [''] });
}

const percent = (name: string, operator: '=' | '<=', value: string): IndicatorSpec => ({
  level1: '产出指标',
  level2: '质量指标',
  name,
  target: `${operator}${value}%`,
  parsed: ['percent', operator, value, '%', value, '%'],
});

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
  for (const { lines } of spec.statements ?? []) {
    const inner = lines.filter(({ role, amounts }) => role === undefined && Number(amounts[0]) > 1);
    const line = inner[random.integer(0, Math.max(0, inner.length - 1))];
    if (line?.amounts[0]) line.amounts[0] = nudge(line.amounts[0]);
  }
  for (const project of spec.projects ?? []) {
    if (project.funding?.财政资金) project.funding.财政资金 = nudge(project.funding.财政资金);
    if (project.costTotal) project.costTotal = nudge(project.costTotal);
  }
}
