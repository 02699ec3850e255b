import Big from 'big.js';
import type { WorkPlanItem } from '../../../model/disclosure.js';
import { fenIn } from '../../../model/facts/money-units.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { decimalsOf, halfPlace, halfWidth } from '../../figures/intervals.js';
import { isTenThousandfold } from '../../figures/unit-slip.js';
import { isCostIndicator } from '../../subjects/cost-target.js';
import { type FormText, textsOf } from '../../subjects/form-texts.js';
import { goalConflicts } from '../../subjects/goal-conflicts.js';
import { isAskedElsewhere, meetsTarget, namesNothingElse, namesTarget } from '../../subjects/goal-figures.js';
import { INDICATOR_FORMS, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { isSameThing, type NamedTarget, namedTargets, thingOf } from '../../subjects/named-targets.js';
import type { FormEntry, FormSubject } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { topicOf } from '../../texts/project-words.js';
import { type TextFigure, textFigures } from '../../texts/text-figures.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, ProjectSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const goalFigureDiffersFromIndicator = defineFormRule({
  id: 'goal-figure-differs-from-indicator',
  version: 3,
  title: '同一事项的数字在目标、指标与金额中不同',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标是绩效目标的细化和量化，两者应当一致', '财预〔2020〕10号'),
  formula: '绩效目标中的数字 = 同名指标的指标值；以整个项目（预算）为名的成本指标 = 项目金额',
  why: '同一件事印了两个数字，年末不知按哪一个考核；指标按上级下达数先填、目标后改的，也会留下差异。',
  messages: {
    goal: '{label}写“{figure}”，同一事项的指标{indicator}，待核实。',
    period: '{label}写“{words}”，是实施期的指标值，本年度的指标{indicator}，目标应当写明是哪一段的，待核实。',
    whole: '{label}写“{words}”，而指标{indicator}，容许一部分做不到，待核实。',
    none: '{label}写“{words}”，而指标{indicator}，容许发生，待核实。',
    reports: '{label}列出的报告（{words}）比指标{indicator}多，待核实。',
    substance: '{label}写的是“{words}”，数字相同的指标{indicator}，说的不是同一种东西，待核实。',
    within: '{label}写“{words}”，指标{indicator}，说的若是同一处，数字不同，待核实。',
    task: '成本指标{indicator}，同一事项的工作任务“{task}”金额为{amount}，相差{difference}，待核实。',
    amount: '指标{indicator}，以整个项目为名，而项目金额为{amount}，少{difference}，待核实。',
  },
  *check(form) {
    let compared = false;
    for (const entry of form.entries) {
      const targets = namedTargets(entry);
      for (const verdict of [
        ...goalVerdicts(form, entry, targets),
        ...conflictVerdicts(form, entry, targets),
        ...taskVerdicts(form, entry, targets),
        ...amountVerdicts(entry, targets),
      ]) {
        compared = true;
        yield verdict;
      }
    }
    if (!compared) yield notApplicable('目标中没有与指标同名的数字');
  },
  examples: {
    passes: [
      { title: '目标与指标一致', disclosures: [promised('组织培训3次，出勤率达到95%。', attendance('95'))] },
      {
        title: '指标是目标各数之和',
        disclosures: [promised('上半年巡查30次，下半年巡查20次。', counted('巡查次数', '50', '次'))],
      },
      { title: '工作任务与成本指标一致', disclosures: [tasked('防汛物资储备', '30', '防汛物资储备', '30')] },
      { title: '整个项目的成本等于项目金额', disclosures: [costing('财政投入总数', '20')] },
    ],
    reports: [
      {
        title: '出勤率 85% 与 95%',
        disclosures: [promised('确保参训人员出勤率达到85%。', attendance('95'))],
        fields: ['goal:出勤率'],
      },
      {
        title: '培训 3 次与 5 次',
        disclosures: [promised('全年开展业务培训3次。', counted('业务培训次数', '5', '次'))],
        fields: ['goal:业务培训次数'],
      },
      {
        title: '年度目标写的是实施期的数',
        disclosures: [
          {
            projects: [
              { ...periodPromise(), annualGoal: '上门帮扶企业120家。', periodGoal: '全部企业得到帮扶。' },
            ],
          },
        ],
        fields: ['goal:帮扶企业家数/period'],
      },
      {
        title: '全部通过验收，验收通过率 95%',
        disclosures: [promised('更新的路灯全部通过验收。', rated('验收通过率', '95'))],
        fields: ['goal:验收通过率/whole'],
      },
      {
        title: '杜绝安全事故，又容许 1 起',
        disclosures: [
          promised('杜绝安全生产事故。', {
            ...counted('安全生产事故起数', '1', '起'),
            parsed: ['number', '<=', '1', '起', '1', '起'],
          }),
        ],
        fields: ['goal:安全生产事故起数/none'],
      },
      {
        title: '目标列出三份报告，指标 1 份',
        disclosures: [
          promised(
            '完成监测总结报告及数据分析报告各1份；完成《辖区年度质量报告》1份。',
            counted('成果报告数量', '1', '份'),
          ),
        ],
        fields: ['goal:成果报告数量/reports'],
      },
      {
        title: '总氮与氨氮',
        disclosures: [promised('出水总氮低于15毫克/升。', counted('出水氨氮浓度', '15', '毫克/升'))],
        fields: ['goal:出水氨氮浓度/substance'],
      },
      {
        title: '同一处的长度',
        disclosures: [
          promised('在东门外滨河步道一期新建护栏约5.3公里。', {
            ...counted('东门外滨河步道一期长度', '5', '公里'),
            parsed: ['number', '≈', '5', '公里', '5000', '米'],
          }),
        ],
        fields: ['goal:东门外滨河步道一期长度/within'],
      },
      {
        title: '保洁费 30 万元的项目，指标为 24 万元',
        disclosures: [costing('保洁费', '14')],
        fields: ['amount:保洁费'],
      },
      {
        title: '工作任务 30 万元，成本指标 36 万元',
        disclosures: [tasked('防汛物资储备', '30', '防汛物资储备', '36')],
        fields: ['task:防汛物资储备'],
      },
      {
        title: '任务的一部分比整个任务还多',
        disclosures: [tasked('防汛抢险', '30', '防汛抢险物资储备', '36')],
        fields: ['task:防汛抢险物资储备'],
      },
    ],
    notApplicable: [
      { title: '目标一栏没有分年度', disclosures: [{ projects: [periodPromise()] }] },
      {
        title: '一部分通过',
        disclosures: [promised('更新的路灯通过验收。', rated('验收通过率', '95'))],
      },
      {
        title: '全部的不是这一项',
        disclosures: [promised('所有路口安装路灯，按期投入使用。', rated('验收通过率', '95'))],
      },
      { title: '别的事项', disclosures: [promised('修缮危房12间。', attendance('95'))] },
      { title: '任务只有一部分是这项成本', disclosures: [tasked('防汛抢险', '30', '防汛物资储备', '36')] },
      { title: '部分费用低于项目金额', disclosures: [costing('印刷费', '8')] },
      {
        title: '短名称只是别的名称的一部分',
        disclosures: [promised('修建停车场3个。', counted('厂', '5', '个'))],
      },
    ],
  },
});

/** The column of goals seldom says whether they are for the year or for the whole period. */
const ofEveryHorizon = ({ name }: NamedTarget, targets: NamedTarget[]): NamedTarget[] =>
  targets.filter((each) => each.name === name);

const GOALS = new Set(['goal', 'overall-goal', 'sub-goal']);

const goalsOf = (form: FormSubject, { project }: FormEntry): FormText[] =>
  textsOf(form)
    .filter((group) => group.project === project)
    .flatMap((group) => group.texts)
    .filter(({ kind }) => GOALS.has(kind));

/** A column of goals is the year's where the form has another one for the whole period. */
const isOfTheYear = ({ mention }: FormEntry): boolean => Boolean(mention?.periodGoal);

/** What a goal says of a target in other ways than by its figure. */
function* conflictVerdicts(form: FormSubject, entry: FormEntry, targets: NamedTarget[]): Iterable<Verdict> {
  for (const goal of goalsOf(form, entry)) {
    if (goal.label.startsWith('实施期')) continue;
    for (const { way, target, words, unsure } of goalConflicts(goal.text, targets)) {
      if (way === 'period' && !isOfTheYear(entry)) continue;
      yield (unsure ? review : fail)({
        field: `goal:${target.name}/${way}`,
        project: entry.project,
        message: way,
        ...(way === 'period' ? { severity: 'note' } : {}),
        parameters: { label: goal.label, words, indicator: quoteTarget(target.indicator) },
        reported: target.printed,
        operands: [
          { label: goal.label, evidence: goal.evidence, form: entry.reading },
          targetOperand(entry, target.indicator),
        ],
      });
    }
  }
}

function* goalVerdicts(form: FormSubject, entry: FormEntry, targets: NamedTarget[]): Iterable<Verdict> {
  for (const goal of goalsOf(form, entry)) {
    const horizon = goal.label.startsWith('实施期') ? 'period' : 'annual';
    const own = targets.filter(({ indicator }) => indicator.horizon === horizon);
    const figures = textFigures(goal.text);
    for (const target of own) {
      const named = figures.filter((figure) => namesTarget(figure, target));
      if (named.length === 0) continue;
      if (
        ofEveryHorizon(target, targets).some((each) => meetsTarget(each, named)) ||
        isAskedElsewhere(named, own)
      ) {
        yield pass;
        continue;
      }
      const [figure] = named;
      if (!figure) continue;
      yield (namesNothingElse(figure, target) ? fail : review)({
        field: `goal:${target.name}`,
        project: entry.project,
        message: 'goal',
        parameters: {
          label: goal.label,
          figure: named.map(shown).join('、'),
          indicator: quoteTarget(target.indicator),
        },
        reported: target.printed,
        expected: named.map(({ printed }) => printed).join('、'),
        operands: [
          { label: goal.label, evidence: goal.evidence, form: entry.reading },
          targetOperand(entry, target.indicator),
        ],
      });
    }
  }
}

const shown = ({ before, after, printed, unit }: TextFigure): string =>
  `${before.slice(-12)}${printed.slice(0, printed.length - unit.length)}${after.slice(0, 8)}`;

/** The department's tasks, with their amounts, against the one cost target of the same name. */
function* taskVerdicts(form: FormSubject, entry: FormEntry, targets: NamedTarget[]): Iterable<Verdict> {
  if (entry.project !== null) return;
  const tasks = form.disclosure.disclosure.workPlan.filter((task) => task.form === form.form.index);
  for (const target of targets.filter(({ indicator }) => isCostIndicator(indicator))) {
    const own = tasks.filter((each) => isTaskOf(each, target));
    const [task, another] = own.length > 0 ? own : tasks.filter((each) => isWithinTask(each, target));
    const evidence = task?.evidence.money ?? task?.evidence.item;
    if (!task?.money || another || !evidence || !target.unit.startsWith('元')) continue;
    const amount: Figure = { label: task.item, money: task.money, evidence, form: entry.reading };
    yield judgeTask(entry, target, amount, own.length > 0);
  }
}

/** A task is named like the target, or its goal is nothing but the target's words. */
function isTaskOf({ item, goal }: WorkPlanItem, { key, unit }: NamedTarget): boolean {
  if (key.length < 5 || unit.includes('/')) return false;
  const words = [item.replace(/^[\d、.\s]+/, ''), goal ?? ''].map((text) =>
    thingOf(text.replace(/业务[。.]?$/, '')),
  );
  return words.some((text) => isSameThing(text, key));
}

/** The target's name begins with the task's: 防汛抢险物资储备 is a part of 防汛抢险. */
function isWithinTask({ item }: WorkPlanItem, { key, unit }: NamedTarget): boolean {
  const words = thingOf(item.replace(/^[\d、.\s]+/, ''));
  return words.length >= 4 && key.startsWith(words) && !unit.includes('/');
}

/** @param isWhole the target is the task's own; a part of it only may not exceed it */
function judgeTask(entry: FormEntry, target: NamedTarget, amount: Figure, isWhole: boolean): Verdict {
  const fen = fenOf(amount);
  if (fen === null) return notApplicable('工作任务没有金额');
  const difference = target.value.times(100).minus(fen);
  const over = isWhole ? difference.abs() : difference;
  if (over.lte(halfWidth(amount.money, amount.form.decimals).plus(lastPlace(target)))) return pass;
  return (isWhole ? fail : review)({
    field: `task:${target.name}`,
    project: null,
    message: 'task',
    parameters: {
      indicator: quoteTarget(target.indicator),
      task: amount.label,
      amount: showFigure(amount),
      difference: showFen(Number(difference.abs().round()), amount.money.unit ?? '万元'),
    },
    reported: target.printed,
    expected: showFigure(amount),
    differenceFen: Number(difference.round()),
    totalFen: fen,
    operands: [targetOperand(entry, target.indicator), amount],
  });
}

/** A cost target that speaks of the whole project, below the project's amount; above it another rule speaks. */
function* amountVerdicts(entry: FormEntry, targets: NamedTarget[]): Iterable<Verdict> {
  const { amount, project } = entry;
  const fen = fenOf(amount);
  if (!project || !amount || fen === null || entry.reading.form.kind.endsWith('self-evaluation')) return;
  const costs = targets.filter(
    ({ indicator, unit }) => unit === '元' && indicator.horizon === 'annual' && isCostIndicator(indicator),
  );
  const [cost, another] = costs;
  if (!cost || another || cost.indicator.parsed.kind !== 'money') return;
  const certain = namesWhole(cost, project.name);
  if (!certain && !indicatorWords().wholeCost.test(cost.key)) return;
  yield judgeAmount(entry, cost, amount, fen);
}

const namesWhole = ({ name }: NamedTarget, project: string): boolean => {
  const [own, whole] = [topicOf(name), topicOf(project)];
  return own === whole || plainEnd(project) === plainEnd(name);
};

const plainEnd = (name: string): string => thingOf(name).replace(/(成本|控制数?|预算|金额|总额)+$/, '');

/** What a target cut short instead of rounded may lack, in fen. */
const lastPlace = ({ indicator: { parsed } }: NamedTarget): Big =>
  halfPlace(Math.max(decimalsOf(parsed.value ?? ''), 2))
    .times(2)
    .times(fenIn(parsed.unit === '元' ? '元' : '万元'));

function judgeAmount(entry: FormEntry, cost: NamedTarget, amount: Figure, fen: number): Verdict {
  const less = new Big(fen).minus(cost.value.times(100));
  if (less.lte(halfWidth(amount.money, {}).plus(lastPlace(cost)))) return pass;
  if (isTenThousandfold(fen, Number(cost.value.times(100))))
    return notApplicable('疑似单位误填，见金额疑似错用单位');
  return fail({
    field: `amount:${cost.name}`,
    project: entry.project,
    message: 'amount',
    parameters: {
      indicator: quoteTarget(cost.indicator),
      amount: showFigure(amount),
      difference: showFen(Number(less.round()), amount.money.unit ?? '万元'),
    },
    reported: cost.printed,
    expected: showFigure(amount),
    differenceFen: Number(less.times(-1).round()),
    totalFen: fen,
    operands: [targetOperand(entry, cost.indicator), amount],
  });
}

function promised(annualGoal: string, ...indicators: IndicatorSpec[]): { projects: ProjectSpec[] } {
  return { projects: [{ name: '甲', annualGoal, indicators }] };
}

/** The figure of the whole period in the only column of goals. */
function periodPromise(): ProjectSpec {
  const whole: IndicatorSpec = { ...counted('帮扶企业家数', '120', '家'), horizon: 'period' };
  const indicators = [counted('帮扶企业家数', '40', '家'), whole];
  return { name: '甲', annualGoal: '上门帮扶企业120家。', indicators };
}

function attendance(value: string): IndicatorSpec {
  const parsed: TargetSpec = ['percent', '>=', value, '%', value, '%'];
  return { level1: '产出指标', level2: '质量指标', name: '出勤率', target: `≥${value}%`, parsed };
}

function rated(name: string, value: string): IndicatorSpec {
  return { ...attendance(value), name };
}

function counted(name: string, value: string, unit: string): IndicatorSpec {
  const parsed: TargetSpec = ['number', '=', value, unit, value, unit];
  return { level1: '产出指标', level2: '数量指标', name, target: `${value}${unit}`, parsed };
}

function costing(name: string, value: string): { projects: ProjectSpec[] } {
  const parsed: TargetSpec = ['money', '<=', value, '万元', `${value}0000`, '元'];
  const indicator = { level1: '成本指标', level2: '经济成本指标', name, target: `≤${value}万元`, parsed };
  return { projects: [{ name: '保洁费', amount: '20', indicators: [indicator] }] };
}

function tasked(item: string, amount: string, name: string, value: string) {
  const parsed: TargetSpec = ['money', '<=', value, '万元', `${value}0000`, '元'];
  const indicator = { level1: '成本指标', level2: '经济成本指标', name, target: `≤${value}万元`, parsed };
  return { departmentForm: { total: '100', tasks: [{ item, amount }], indicators: [indicator] } };
}
