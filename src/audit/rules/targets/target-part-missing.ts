import type { Indicator } from '../../../model/disclosure.js';
import {
  describeCases,
  INDICATOR_FORMS,
  judgeEntries,
  oncePerRow,
  targetsOf,
} from '../../subjects/indicators.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetPartMissing = defineFormRule({
  id: 'target-part-missing',
  version: 1,
  title: '一行几个指标，指标值缺了几个',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标应当可衡量，每项指标有指标值', '财预〔2020〕10号'),
  formula: '名称中各带单位的指标个数 ≤ 指标值中的数字个数',
  why: '一格里写了几个指标、各有单位，指标值只有一个数字，其余的年末无从考核。',
  messages: { missing: '{count}行的名称列了几个带单位的指标，指标值却少于其数：{cases}，待核实。' },
  *check(form) {
    yield* judgeEntries(form, (entry) => {
      const packed = oncePerRow(entry).filter((indicator) => unitsIn(indicator) > 1);
      if (packed.length === 0) return notApplicable('没有一行写几个带单位的指标');
      const missing = packed.filter((indicator) => figuresOf(indicator) < unitsIn(indicator));
      if (missing.length === 0) return pass;
      const cases = missing.map((indicator) => ({ entry, indicator }));
      return fail({ field: 'targets/part-missing', message: 'missing', ...describeCases(cases) });
    });
  },
  examples: {
    passes: [{ title: '各有指标值', disclosures: [packed('培训人数（人）；培训场次（场）', '200；5')] }],
    reports: [
      {
        title: '两个指标一个数字',
        disclosures: [packed('发放人数（人）；发放金额（万元）', '≤14万元')],
        fields: ['targets/part-missing'],
      },
      {
        title: '三个指标两个数字',
        disclosures: [packed('巡查（次）、宣讲（场）、走访（户）', '12；3')],
        fields: ['targets/part-missing'],
      },
    ],
    notApplicable: [
      { title: '一个指标', disclosures: [packed('发放金额（万元）', '≤14')] },
      { title: '括号里不是单位', disclosures: [packed('水费；电费（含照明）', '≤14万元')] },
    ],
  },
});

const UNIT = /^(%|万?(元|人|人次|次|场|户|家|个|份|篇|台|套|件|期|天|平方米|公里|亩|吨|册|批|名))$/;

/** Parts of a name that carry a unit of their own in brackets; none where a part has none. */
function unitsIn({ name }: Indicator): number {
  const parts = name
    .normalize('NFKC')
    .split(/[;、,]/)
    .map((part) => /\(([^()]*)\)$/.exec(part.trim())?.[1]);
  return parts.every((unit) => unit !== undefined && UNIT.test(unit)) ? parts.length : 0;
}

/** Figures of the target, one for each value it is read as. */
const figuresOf = (indicator: Indicator): number =>
  Math.max(
    targetsOf(indicator).filter(({ quantity }) => quantity !== null).length,
    (indicator.target ?? '').split(/[;；、，,]/).filter((part) => /\d/.test(part)).length,
  );

function packed(name: string, target: string) {
  const parsed: TargetSpec = ['text', null, '', '', '', ''];
  const indicators = [{ level1: '产出指标', level2: '数量指标', name, target, parsed }];
  return { projects: [{ name: '甲', indicators }] };
}
