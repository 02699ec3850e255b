import Big from 'big.js';
import type { Indicator } from '../../../model/disclosure.js';
import type { Operator, Target } from '../../../model/target.js';
import { fenOf } from '../../figures/figure.js';
import { dimensionOf } from '../../subjects/dimension.js';
import { bareName } from '../../subjects/indicator-name.js';
import { listed, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import { isSameOutcome, type NamedTarget, namedTargets, thingOf } from '../../subjects/named-targets.js';
import type { DisclosureSubject, FormEntry } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { plainText } from '../../texts/plain-text.js';
import { topicOf } from '../../texts/project-words.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const targetDiffersBetweenForms = defineDocumentRule({
  id: 'target-differs-between-forms',
  version: 2,
  title: '部门表与项目表中同名指标的指标值不同',
  severity: 'warning',
  tolerance: 'T0',
  authority: guidance('部门整体绩效目标由项目绩效目标汇总，同名指标应当衔接'),
  formula: '部门表的指标值 = 各项目表中同名指标的指标值（数量之和另行核对），方向也相同',
  why: '同一个指标两处标准不同，考核时不知以哪一处为准；部门的要求低于个别项目的也属可能。',
  messages: {
    differs: '部门表{department}，项目表中同名指标不同：{projects}，待核实。',
    vague: '部门表{department}，项目表中同名指标有的有数字、有的没有：{projects}，待核实。',
    reversed: '部门表{department}，项目表中同一指标方向相反：{projects}，待核实。',
  },
  *check(disclosure) {
    let compared = false;
    for (const verdict of verdictsOf(disclosure)) {
      compared = true;
      yield verdict;
    }
    if (!compared) yield notApplicable('部门表与项目表没有同名的指标');
  },
  examples: {
    passes: [
      { title: '指标值相同', disclosures: [rated(rate('≥95%', '95'), rate('95%以上', '95'))] },
      {
        title: '数量之和由别的规则核对',
        disclosures: [rated(counted('采购数量', '>=', '300'), counted('采购数量', '>=', '200'))],
      },
    ],
    reports: [
      {
        title: '95% 与“不断提升”',
        disclosures: [
          rated(rate('≥95%', '95'), {
            ...rate('不断提升', ''),
            parsed: ['level', null, '不断提升', '', '', ''],
          }),
        ],
        fields: ['indicator:社会公众满意度'],
      },
      {
        title: '同一数量，一处是下限，一处是上限',
        disclosures: [rated(counted('甲调查样本量', '>=', '300'), counted('调查样本量', '<=', '300'))],
        fields: ['indicator:甲调查样本量/direction'],
      },
    ],
    notApplicable: [
      {
        title: '没有部门表',
        disclosures: [{ projects: [{ name: '甲', indicators: [rate('≥95%', '95')] }] }],
      },
    ],
  },
});

interface Placed {
  entry: FormEntry;
  indicator: Indicator;
}

function* verdictsOf({ forms }: DisclosureSubject): Iterable<Verdict> {
  const entries = forms.flatMap((form) => form.entries);
  const [ofDepartment, ofProjects] = [true, false].map((whole) =>
    entries.filter(({ project }) => (project === null) === whole),
  );
  const named = byName(ofProjects ?? []);
  for (const placed of (ofDepartment ?? []).flatMap(placedIn)) {
    const others = named.get(keyOf(placed.indicator)) ?? [];
    if (others.length > 0) yield judge(placed, others);
  }
  const wanted = (ofDepartment ?? []).flatMap(figuresIn);
  const targets = wanted.length === 0 ? [] : (ofProjects ?? []).flatMap(figuresIn);
  for (const target of wanted) {
    const others = targets.filter((other) => isSame(target, other));
    if (others.length > 0) yield judgeFigure(target, others);
  }
}

const figuresIn = (entry: FormEntry): NamedTarget[] =>
  namedTargets(entry).filter(
    (target) => target.indicator.horizon === 'annual' && target.unit !== '' && !isWholeBudget(target),
  );

/** Each form's own total under one name (不超过预算) is one figure a form. */
const isWholeBudget = ({ entry, unit, value, name }: NamedTarget): boolean =>
  unit === '元' &&
  (value.times(100).eq(fenOf(entry.amount) ?? -1) || indicatorWords().wholeCost.test(thingOf(name)));

/** The names are the same, or the department's is the project's with the project's own topic before it. */
function isSame(whole: NamedTarget, part: NamedTarget): boolean {
  if (whole.unit !== part.unit) return false;
  if (isSameOutcome(whole.key, part.key)) return true;
  if (part.key.length < 3 || !whole.key.endsWith(part.key)) return false;
  const before = whole.key.slice(0, -part.key.length);
  return topicOf(part.entry.project?.name ?? '').includes(before);
}

const isUpper = (operator: Operator | null): boolean => operator === '<=' || operator === '<';
const isLower = (operator: Operator | null): boolean => operator === '>=' || operator === '>';

const isAgainst = (a: Operator | null, b: Operator | null): boolean =>
  (isUpper(a) && isLower(b)) || (isLower(a) && isUpper(b));

/** Counts are added up by another rule; amounts of costs are added up here; what is left must be the same. */
function judgeFigure(whole: NamedTarget, others: NamedTarget[]): Verdict {
  const { value, operator, indicator } = whole;
  const against = others.filter((other) => other.value.eq(value) && isAgainst(operator, other.operator));
  if (against.length > 0) return reversed(whole, against);
  const differing = others.filter((other) => !other.value.eq(value));
  if (differing.length === 0 || COUNTS.has(indicator.parsed.kind)) return pass;
  const sum = others.reduce((total, other) => total.plus(other.value), new Big(0));
  if (isMoney(whole) && (sum.eq(value) || differing.length < others.length)) return pass;
  return fail({
    field: `indicator:${indicator.name}`,
    project: null,
    message: 'differs',
    severity: 'note',
    ...described(whole.entry, indicator, differing),
  });
}

const COUNTS = new Set<Target['kind']>(['number', 'frequency', 'multi']);
const isMoney = ({ unit }: NamedTarget): boolean => unit.includes('元');

const reversed = ({ entry, indicator }: NamedTarget, against: NamedTarget[]): Verdict =>
  fail({
    field: `indicator:${indicator.name}/direction`,
    project: null,
    message: 'reversed',
    ...described(entry, indicator, against),
  });

/** Counts add up and amounts are shares: they are compared apart. */
const COMPARED = new Set<Target['kind']>(['percent', 'level', 'text', 'deadline', 'duration', 'ratio']);
const FIGURES = new Set<Target['kind']>(['percent', 'duration']);

const placedIn = (entry: FormEntry): Placed[] =>
  entry.indicators
    .filter(
      ({ parsed, horizon, level1 }) =>
        horizon === 'annual' && level1 !== '成本指标' && COMPARED.has(parsed.kind),
    )
    .map((indicator) => ({ entry, indicator }));

const keyOf = (indicator: Indicator): string =>
  `${plainText(bareName(indicator.name))}|${dimensionOf(indicator) ?? ''}`;

function byName(entries: FormEntry[]): Map<string, Placed[]> {
  const names = new Map<string, Placed[]>();
  for (const placed of entries.flatMap(placedIn)) {
    const key = keyOf(placed.indicator);
    const known = names.get(key);
    if (known) known.push(placed);
    else names.set(key, [placed]);
  }
  return names;
}

/** What a target asks for; null for words. */
function askedBy({ parsed }: Indicator): string | null {
  const { operator, quantity, measure, from, to } = parsed;
  if (quantity !== null) return [operator ?? '=', quantity, measure].join(' ');
  return from || to ? [from, to].join(' ') : null;
}

/** Figures are compared apart; the department's date may be the latest of its projects'. */
function agrees({ parsed, ...whole }: Indicator, part: Indicator): boolean {
  if (FIGURES.has(parsed.kind) && FIGURES.has(part.parsed.kind)) return true;
  if (parsed.kind === 'deadline' && parsed.to && part.parsed.to) return part.parsed.to <= parsed.to;
  return askedBy({ parsed, ...whole }) === askedBy(part);
}

function judge(placed: Placed, others: Placed[]): Verdict {
  const { entry, indicator } = placed;
  const value = askedBy(indicator);
  const differing = others.filter((other) => !agrees(indicator, other.indicator));
  if (differing.length === 0) return pass;
  const vague = value === null || differing.some((other) => askedBy(other.indicator) === null);
  return fail({
    field: `indicator:${indicator.name}`,
    project: null,
    message: vague ? 'vague' : 'differs',
    severity: 'note',
    ...described(entry, indicator, differing),
  });
}

/** What a finding says of the department's indicator and those of its projects that differ from it. */
const described = (entry: FormEntry, indicator: Indicator, differing: Placed[]) => ({
  parameters: {
    department: quoteTarget(indicator),
    projects: listed(
      differing.map((other) => `“${other.entry.project?.name ?? ''}”的${quoteTarget(other.indicator)}`),
    ),
  },
  reported: (indicator.target ?? '').trim(),
  expected: [...new Set(differing.map((other) => (other.indicator.target ?? '').trim()))].join('、'),
  operands: [
    targetOperand(entry, indicator),
    ...differing.map((other) => ({
      ...targetOperand(other.entry, other.indicator),
      label: `${other.entry.project?.name ?? ''} ${other.indicator.name}`,
    })),
  ],
});

function rate(target: string, value: string): IndicatorSpec {
  const parsed: TargetSpec = ['percent', '>=', value, '%', value, '%'];
  return { level1: '满意度指标', level2: '服务对象满意度指标', name: '社会公众满意度', target, parsed };
}

function counted(name: string, operator: Operator, value: string): IndicatorSpec {
  const parsed: TargetSpec = ['number', operator, value, '份', value, '份'];
  return { level1: '产出指标', level2: '数量指标', name, target: `${operator}${value}份`, parsed };
}

function rated(department: IndicatorSpec, project: IndicatorSpec) {
  return {
    departmentForm: { indicators: [department] },
    projects: [{ name: '甲', indicators: [project] }],
  };
}
