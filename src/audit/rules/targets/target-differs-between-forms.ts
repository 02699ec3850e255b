import type { Indicator } from '../../../model/disclosure.js';
import type { Target } from '../../../model/target.js';
import { dimensionOf } from '../../subjects/dimension.js';
import { bareName } from '../../subjects/indicator-name.js';
import { listed, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const targetDiffersBetweenForms = defineDocumentRule({
  id: 'target-differs-between-forms',
  version: 1,
  title: '部门表与项目表中同名指标的指标值不同',
  severity: 'note',
  tolerance: 'T0',
  authority: guidance('部门整体绩效目标由项目绩效目标汇总，同名指标应当衔接'),
  formula: '部门表的指标值 = 各项目表中同名指标的指标值（数量、金额另行核对）',
  why: '同一个指标两处标准不同，考核时不知以哪一处为准；部门的要求低于个别项目的也属可能。',
  messages: {
    differs: '部门表{department}，项目表中同名指标不同：{projects}，待核实。',
    vague: '部门表{department}，项目表中同名指标有的有数字、有的没有：{projects}，待核实。',
  },
  *check(disclosure) {
    const entries = disclosure.forms.flatMap((form) => form.entries);
    const ofProjects = byName(entries.filter(({ project }) => project !== null));
    let compared = false;
    for (const placed of entries.filter(({ project }) => project === null).flatMap(placedIn)) {
      const others = ofProjects.get(keyOf(placed.indicator)) ?? [];
      if (others.length === 0) continue;
      compared = true;
      yield judge(placed, others);
    }
    if (!compared) yield notApplicable('部门表与项目表没有同名的指标');
  },
  examples: {
    passes: [{ title: '指标值相同', disclosures: [rated(rate('≥95%', '95'), rate('95%以上', '95'))] }],
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

/** Counts add up and amounts are shares: other rules compare those. */
const COMPARED = new Set<Target['kind']>(['percent', 'level', 'text', 'deadline', 'duration', 'ratio']);

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

function judge(placed: Placed, others: Placed[]): Verdict {
  const { entry, indicator } = placed;
  const value = askedBy(indicator);
  const differing = others.filter((other) => askedBy(other.indicator) !== value);
  if (differing.length === 0) return pass;
  const vague = value === null || differing.some((other) => askedBy(other.indicator) === null);
  return fail({
    field: `indicator:${indicator.name}`,
    project: null,
    message: vague ? 'vague' : 'differs',
    parameters: {
      department: quoteTarget(indicator),
      projects: listed(
        differing.map(
          (other) => `“${other.entry.project?.name ?? ''}”为“${(other.indicator.target ?? '').trim()}”`,
        ),
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
}

function rate(target: string, value: string): IndicatorSpec {
  const parsed: TargetSpec = ['percent', '>=', value, '%', value, '%'];
  return { level1: '满意度指标', level2: '服务对象满意度指标', name: '社会公众满意度', target, parsed };
}

function rated(department: IndicatorSpec, project: IndicatorSpec) {
  return {
    departmentForm: { indicators: [department] },
    projects: [{ name: '甲', indicators: [project] }],
  };
}
