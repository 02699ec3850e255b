import type { PlaceFigures } from '../../../model/published-place.js';
import { showWan } from '../../../report/show-money.js';
import { showCount } from '../format-figures.js';

/** What places are shaded by. */
export const PLACE_MEASURES = ['departments', 'money', 'findings'] as const;
export type PlaceMeasure = (typeof PLACE_MEASURES)[number];

/** Title of each, its unit, and what exactly is counted. */
export const MEASURE_TEXT: Record<PlaceMeasure, { title: string; unit: string; meaning: string }> = {
  departments: {
    title: '公开的部门',
    unit: '个部门',
    meaning: '有绩效目标表或预算表的部门，各级各阶段的都在内，一个地方的一个部门只数一次',
  },
  money: {
    title: '项目金额',
    unit: '元',
    meaning:
      '只计部门预算阶段、印出了金额的项目，不与调整、决算、自评相加；上级拨给下级的钱可能两级都印，所以不是全省实际支出',
  },
  findings: {
    title: '每百个项目的疑点',
    unit: '条',
    meaning: '核查过的公开中，未了结的待核实线索与项目数之比；项目不到 10 个的不算',
  },
};

/** Fewer projects say nothing of a rate. */
const RATE_OF = 10;
const FEN_PER_WAN = 1_000_000;
const WAN_PER_YI = 10_000;

/** What a measure says of a place. `value` null: it cannot be told, and `shown` says why in two characters. */
export interface Measured {
  value: number | null;
  shown: string;
}

export function measured(measure: PlaceMeasure, figures: PlaceFigures): Measured {
  const { departments, budgetFen, auditedProjects, findings } = figures;
  switch (measure) {
    case 'departments':
      return { value: departments, shown: showCount(departments) };
    case 'money':
      return budgetFen === null
        ? { value: null, shown: '未印' }
        : { value: budgetFen, shown: showMoneyShort(budgetFen) };
    case 'findings': {
      if (auditedProjects === null) return { value: null, shown: '未查' };
      if (auditedProjects < RATE_OF) return { value: null, shown: '项目少' };
      const rate = (findings * 100) / auditedProjects;
      return { value: rate, shown: showRate(rate) };
    }
  }
}

/** A value of the measure as the legend writes it. */
export function showMeasure(measure: PlaceMeasure, value: number): string {
  if (measure === 'departments') return showCount(value);
  return measure === 'money' ? showMoneyShort(value) : showRate(value);
}

/** Fen in the largest unit that leaves three figures: `1.2亿`、`345万`、`0.5万`. */
export function showMoneyShort(fen: number): string {
  const wan = fen / FEN_PER_WAN;
  const [figure, unit] = wan >= WAN_PER_YI ? [wan / WAN_PER_YI, '亿'] : [wan, '万'];
  return `${figure.toLocaleString('zh-CN', { maximumFractionDigits: figure < 10 ? 1 : 0 })}${unit}`;
}

const showRate = (rate: number): string =>
  rate.toLocaleString('zh-CN', { maximumFractionDigits: rate < 100 ? 1 : 0 });

/** All that is known of a place, for whoever cannot see the shade: `云南：3 个部门，25 个项目，…`. */
export const describePlace = (name: string, figures: PlaceFigures | null): string =>
  `${name}：${describeFigures(figures)}`;

export function describeFigures(figures: PlaceFigures | null): string {
  if (figures === null) return '库中没有';
  const { departments, projects, budgetFen, auditedProjects, findings } = figures;
  const rate = measured('findings', figures).value;
  return [
    `${showCount(departments)} 个部门`,
    `${showCount(projects)} 个项目`,
    budgetFen === null ? '没有印出部门预算的项目金额' : `部门预算项目金额 ${showWan(budgetFen)} 万元`,
    auditedProjects === null ? '还没有核查' : `疑点 ${showCount(findings)} 条`,
    ...(rate === null ? [] : [`每百个项目 ${showRate(rate)} 条`]),
  ].join('，');
}
