import type { Indicator } from '../../../model/disclosure.js';
import { isCostIndicator } from '../../subjects/cost-target.js';
import { dimensionOf } from '../../subjects/dimension.js';
import { bareName } from '../../subjects/indicator-name.js';
import { INDICATOR_FORMS, nameOperand, quoteTarget } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, notEvaluated, pass, review } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const indicatorMisplaced = defineFormRule({
  id: 'indicator-misplaced',
  version: 2,
  title: '指标列在不相干的分类下',
  severity: 'warning',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('产出（数量、质量、时效）、成本、效益、满意度指标的含义', '财预〔2021〕101号'),
  formula: '名称以“及时率”“合格率”“满意度”“次数”等结尾的，列在时效、质量、满意度、数量指标下',
  why: '同一指标在年度与实施期各列一次的只报一次；列错分类的指标占了本应考核的内容，如以“及时率”充作成本指标；分类相近的（合格率列作效益等）只作提示。',
  messages: { misplaced: '“{name}”列在{under}下，按名称属{belongs}（指标值“{target}”），待核实。' },
  *check(form) {
    const dimensioned = form.entries.flatMap((entry) =>
      entry.indicators.flatMap((indicator) => {
        const dimension = dimensionOf(indicator);
        const known = dimension !== '效益指标' || indicator.level2 !== null;
        return dimension !== null && known ? [{ entry, indicator, dimension }] : [];
      }),
    );
    if (dimensioned.length === 0) return yield notApplicable('指标没有分类');
    const told = new Set<string>();
    for (const { entry, indicator, dimension } of dimensioned) {
      const { name, target, evidence } = indicator;
      const under = indicator.level2 ?? dimension;
      const key = `${entry.project?.id ?? ''}|${name}|${under}`;
      const found = told.has(key) ? null : misplacementOf(indicator, dimension);
      if (!found) {
        yield pass;
        continue;
      }
      if (found.belongs === '成本指标' && !entry.indicators.some(isCostIndicator)) {
        yield notEvaluated('没有读到成本指标，分类可能跨页而未读全');
        continue;
      }
      told.add(key);
      yield (found.kind === 'fail' ? fail : review)({
        field: `indicator:${name}/${under}`,
        project: entry.project,
        message: 'misplaced',
        parameters: { name, under, belongs: found.belongs, target: (target ?? '').trim() },
        reported: under,
        expected: found.belongs,
        operands: operandsOf(entry, indicator),
        doubts: entry.reading.unseen.has(evidence.name.place) ? ['名称在页面上没有显示完'] : [],
      });
    }
  },
  examples: {
    passes: [
      { title: '及时率列作时效指标', disclosures: [under('产出指标', '时效指标', '支付及时率')] },
      {
        title: '名称是次数，指标值是单价，列作成本指标',
        disclosures: [
          under('成本指标', '经济成本指标', '水样检测次数', {
            target: '2.2元/次',
            parsed: ['price', '=', '2.2', '元/次', '2.2', '元/次'],
          }),
        ],
      },
    ],
    reports: [
      {
        title: '及时率列作成本指标',
        disclosures: [under('成本指标', '成本指标', '支付及时率')],
        fields: ['indicator:支付及时率/成本指标'],
      },
      {
        title: '考核等级列作满意度指标',
        disclosures: [under('满意度指标', '服务对象满意度指标', '各项工作考核等级')],
        fields: ['indicator:各项工作考核等级/服务对象满意度指标'],
      },
    ],
    notApplicable: [
      { title: '没有二级分类的产出指标', disclosures: [under('产出指标', undefined, '支付及时率')] },
    ],
  },
});

function misplacementOf(
  { name, parsed, level2 }: Indicator,
  dimension: string,
): { belongs: string; kind: 'fail' | 'review' } | null {
  const bare = bareName(name);
  if (dimension === '成本指标' && (parsed.kind === 'money' || parsed.kind === 'price')) return null;
  for (const { belongs, pattern, except, kinds, units, operators, under } of indicatorWords().misplaced) {
    if (!pattern.test(bare) || except?.test(bare) || (kinds && !kinds.includes(parsed.kind))) continue;
    if (units && !units.includes((parsed.measure ?? '').replace(/\/.*$/, ''))) continue;
    if (operators && (!operators.includes(parsed.operator ?? '=') || parsed.quantity === '0')) continue;
    const kind = under[level2 ?? ''] ?? under[dimension];
    if (kind) return { belongs, kind };
  }
  return null;
}

function operandsOf(entry: FormEntry, indicator: Indicator): OperandDraft[] {
  const { evidence } = indicator;
  const level = evidence.level2 ?? evidence.level1;
  return [
    ...(level ? [{ label: '指标分类', evidence: level, form: entry.reading }] : []),
    { ...nameOperand(entry, indicator), label: quoteTarget(indicator) },
  ];
}

function under(
  level1: string,
  level2: string | undefined,
  name: string,
  target: Partial<IndicatorSpec> = {},
) {
  const indicator: IndicatorSpec = {
    level1,
    level2,
    name,
    target: '100%',
    parsed: ['percent', '=', '100', '%', '100', '%'],
    ...target,
  };
  return { projects: [{ name: '甲', indicators: [indicator] }] };
}
