import type { BudgetLine } from '../../../model/disclosure.js';
import { textsOf } from '../../subjects/form-texts.js';
import { nameOperand } from '../../subjects/indicators.js';
import type { FormEntry, FormSubject } from '../../subjects/subject.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, ProjectSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const fieldBlank = defineFormRule({
  id: 'field-blank',
  version: 2,
  title: '表已填写，必填的一栏空着',
  severity: 'note',
  tolerance: 'none',
  forms: ['department', 'project', 'project-list'],
  authority: guidance('绩效目标申报表应当填写完整', '财预〔2015〕88号'),
  formula: '印有资金总额、绩效目标的栏目都有内容',
  why: '同一张表别的栏目填了，这一栏空着，读者不知是没有还是漏填；不跨年的项目实施期与年度相同，也应当写明；长期、每年都有的项目没有实施期总额，不在其内。',
  messages: {
    period: '“{label}”没有填写，同一张表的年度资金总额为{amount}，待核实。',
    total: '“{label}”没有填写，而其下的“{part}”为{amount}，待核实。',
    goal: '{count}项指标已填写，绩效目标一栏空着，同一份公开的其他项目都写了目标，待核实。',
  },
  *check(form) {
    for (const entry of form.entries) {
      yield* totals(entry);
      yield goal(form, entry);
    }
    if (form.entries.length === 0) yield notApplicable('表中没有内容');
  },
  examples: {
    passes: [
      { title: '两个总额都填了', disclosures: [{ projects: [spanning('20', '40')] }] },
      {
        title: '长期实施的项目',
        disclosures: [{ projects: [{ ...spanning('20', ''), period: '长期' }] }],
      },
      {
        title: '每年都有的项目',
        disclosures: [{ projects: [{ ...spanning('20', ''), period: '每年一次' }] }],
      },
      { title: '各项目都有目标', disclosures: [{ projects: projects('完善设施。') }] },
    ],
    reports: [
      {
        title: '实施期资金总额空着',
        disclosures: [{ projects: [spanning('20', '')] }],
        fields: ['budget.total/period'],
      },
      { title: '只有一个项目没有目标', disclosures: [{ projects: projects(undefined) }], fields: ['goal'] },
    ],
    notApplicable: [
      { title: '没有实施期一栏', disclosures: [{ projects: [{ name: '甲', amount: '20' }] }] },
      {
        title: '整份公开都不写目标',
        disclosures: [{ projects: projects(undefined, undefined, undefined, undefined) }],
      },
    ],
  },
});

/** Totals printed without an amount, beside amounts that need one. */
function* totals(entry: FormEntry): Iterable<Verdict> {
  const own = entry.budgets.filter(({ scope }) => scope === 'own');
  const lines = own.filter(({ axis }) => axis === 'total');
  if (lines.length === 0) return yield notApplicable('没有资金总额一栏');
  for (const total of lines) {
    const { horizon, label, money } = total;
    if (money.state !== 'blank') {
      yield pass;
      continue;
    }
    const part = own.find((line) => line.axis === 'funding' && line.horizon === horizon && hasAmount(line));
    const annual = lines.find((line) => line.horizon === 'annual' && hasAmount(line));
    const other = part ?? (horizon === 'period' && !hasNoEnd(entry) ? annual : undefined);
    yield other
      ? fail({
          field: `budget.total/${horizon}`,
          project: entry.project,
          message: part ? 'total' : 'period',
          parameters: { label: plain(label), part: plain(other.label), amount: shown(other) },
          operands: [operand(entry, total), operand(entry, other)],
        })
      : notApplicable('没有可以对照的金额');
  }
}

/** A project that goes on from year to year has no total for its whole period. */
const hasNoEnd = ({ project }: FormEntry): boolean => ENDLESS.test(project?.period ?? '');
const ENDLESS = /长期|持续|经常|常年|每年|逐年|永久/;

const hasAmount = ({ money }: BudgetLine): boolean => money.state === 'amount';
const plain = (label: string): string => label.trim().replace(/[:：]$/, '');
const shown = ({ evidence, money }: BudgetLine): string => `${evidence.quote.trim()}${money.unit ?? ''}`;

const operand = (entry: FormEntry, { label, evidence, money }: BudgetLine): OperandDraft => ({
  label: plain(label),
  evidence,
  form: entry.reading,
  ...(money.state === 'amount' ? { money } : {}),
});

/** Fewer indicators, or fewer other projects, tell nothing about what the form asks for. */
const FEWEST = { indicators: 3, others: 3 };

function goal(form: FormSubject, entry: FormEntry): Verdict {
  const [first] = entry.indicators;
  const count = new Set(entry.indicators.map(({ name }) => name)).size;
  if (entry.project === null || !first || count < FEWEST.indicators) return notApplicable('没有指标');
  if (hasGoal(form, entry)) return pass;
  const others = form.disclosure.forms
    .filter(({ form: { kind } }) => kind === form.form.kind)
    .flatMap((other) => other.entries.map((each) => ({ other, each })))
    .filter(({ each }) => each.project !== null && each !== entry && each.indicators.length > 0);
  if (others.length < FEWEST.others || others.some(({ other, each }) => !hasGoal(other, each)))
    return notApplicable('其他项目也没有目标');
  if (form.form.certainty.claimed < 1) return notEvaluated('表没有读全');
  return fail({
    field: 'goal',
    project: entry.project,
    message: 'goal',
    parameters: { count: String(count) },
    operands: [nameOperand(entry, first)],
  });
}

const GOALS = new Set(['goal', 'overall-goal', 'sub-goal']);

const hasGoal = (form: FormSubject, { project }: FormEntry): boolean =>
  textsOf(form).some((group) => group.project === project && group.texts.some(({ kind }) => GOALS.has(kind)));

function spanning(amount: string, periodAmount: string): ProjectSpec {
  return { name: '甲', amount, funding: { 财政资金: amount }, periodAmount };
}

function projects(...goals: (string | undefined)[]): ProjectSpec[] {
  return ['甲', '乙', '丙', '丁'].map((name, index) => {
    const indicators = ['知晓率', '参与率', '完成率'].map(
      (title): IndicatorSpec => ({
        level1: '产出指标',
        name: title,
        target: '≥90%',
        parsed: ['percent', '>=', '90', '%', '90', '%'],
      }),
    );
    const annualGoal = index < goals.length ? goals[index] : `${name}的目标。`;
    return { name, ...(annualGoal ? { annualGoal } : {}), indicators };
  });
}
