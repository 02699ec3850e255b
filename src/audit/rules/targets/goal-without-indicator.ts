import { type FormText, textsOf } from '../../subjects/form-texts.js';
import { INDICATOR_FORMS, listed } from '../../subjects/indicators.js';
import { namedTargets } from '../../subjects/named-targets.js';
import type { FormEntry, FormSubject } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { type TextFigure, textFigures } from '../../texts/text-figures.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const goalWithoutIndicator = defineFormRule({
  id: 'goal-without-indicator',
  version: 1,
  title: '目标写明的数量没有指标',
  severity: 'note',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标是绩效目标的细化和量化', '财预〔2020〕10号'),
  formula: '目标里承诺完成的数量，都有指标以同一单位或同一数字衡量',
  why: '目标写了要做多少，指标里却没有，年末不会考核；说明背景的数字（辖区有几个街道）不在其内。',
  messages: { open: '{label}写明的数量没有指标衡量：{figures}，待核实。' },
  *check(form) {
    let any = false;
    for (const entry of form.entries) {
      if (entry.indicators.length < FEWEST) continue;
      any = true;
      const verdicts = goalsOf(form, entry).map((goal) => judge(entry, goal));
      yield* verdicts.length > 0 ? verdicts : [notApplicable('没有目标')];
    }
    if (!any) yield notApplicable('没有指标');
  },
  examples: {
    passes: [
      {
        title: '指标以别的说法衡量',
        disclosures: [aiming('种植速生蔬菜1200亩。', row('蔬菜面积', '1200', '亩'))],
      },
      {
        title: '同一单位的另一个数',
        disclosures: [aiming('修缮危旧房屋35户。', row('改善居住条件', '30', '户'))],
      },
    ],
    reports: [
      {
        title: '目标 1200 亩，没有一项指标衡量',
        disclosures: [aiming('种植速生蔬菜1200亩，出栏生猪2万头。')],
        fields: ['goal:年度绩效目标'],
      },
    ],
    notApplicable: [
      { title: '没有目标', disclosures: [aiming('')] },
      { title: '背景里的数字', disclosures: [aiming('全市共有蛋鸡2000万只，常住人口90万人。')] },
      { title: '上年做了多少', disclosures: [aiming('去年种植蔬菜1200亩。')] },
      { title: '只有一次、一个', disclosures: [aiming('建设1座冷库。')] },
    ],
  },
});

const FEWEST = 3;
const GOALS = new Set<FormText['kind']>(['goal', 'overall-goal', 'sub-goal']);

const goalsOf = (form: FormSubject, { project }: FormEntry): FormText[] =>
  textsOf(form)
    .filter((group) => group.project === project)
    .flatMap(({ texts }) => texts)
    .filter(({ kind }) => GOALS.has(kind));

function judge(entry: FormEntry, goal: FormText): Verdict {
  const figures = textFigures(goal.text).filter(isPromise);
  if (figures.length === 0) return notApplicable('目标没有写明数量');
  const open = openFigures(entry, figures);
  if (open.length === 0) return pass;
  return fail({
    field: `goal:${goal.label}`,
    project: entry.project,
    message: 'open',
    parameters: { label: goal.label, figures: listed(open.map(shown)) },
    operands: [{ label: goal.label, evidence: goal.evidence, form: entry.reading }],
  });
}

/** More than one of something, in the words of a task. */
const isPromise = ({ before, value, unit }: TextFigure): boolean =>
  value.gt(1) && unitOf(unit) !== '' && indicatorWords().task.test(before);

const unitOf = (printed: string): string => indicatorWords().counter.exec(printed)?.[0] ?? '';

/** Figures no indicator prints, in a unit none uses. */
function openFigures(entry: FormEntry, figures: TextFigure[]): TextFigure[] {
  const targets = namedTargets(entry);
  const printed = entry.indicators
    .map(({ name, target, description }) => `${name}${target ?? ''}${description ?? ''}`)
    .join('|')
    .normalize('NFKC')
    .replace(/\s/g, '');
  const missing = figures.filter(
    ({ value, printed: own }) =>
      !printed.includes(value.toFixed()) &&
      !printed.includes(/^\d+(\.\d+)?[万亿]?/.exec(own)?.[0] ?? own) &&
      !targets.some((target) => target.value.eq(value)),
  );
  return missing.filter(({ unit }) => {
    const counter = unitOf(unit);
    return (
      !printed.includes(counter) &&
      !targets.some((target) => target.unit === '' || target.unit.startsWith(counter))
    );
  });
}

const shown = ({ before, printed, unit, after }: TextFigure): string =>
  `“${before.slice(-12)}${printed.slice(0, printed.length - unit.length)}${after.slice(0, 6)}”`;

function row(name: string, value: string, unit: string): IndicatorSpec {
  const parsed: TargetSpec = ['number', '>=', value, unit, value, unit];
  return { level1: '产出指标', level2: '数量指标', name, target: `≥${value}${unit}`, parsed };
}

function aiming(annualGoal: string, ...rows: IndicatorSpec[]) {
  const indicators = [
    ...rows,
    row('储备冻肉', '1000', '吨'),
    row('储备点', '4', '处'),
    row('抽检', '12', '次'),
  ];
  return { projects: [{ name: '甲', ...(annualGoal ? { annualGoal } : {}), indicators }] };
}
