import { HORIZON_TITLES } from '../disclosure.js';
import { TARGET_KIND_TITLES } from '../target.js';
import type { Section } from './section.js';
import { closed, real, text } from './section-field.js';
import { PLACE } from './shared-columns.js';

const NAME = { searched: true, indexed: 'name', filled: true } as const;
const TEXT = { searched: true, indexed: 'text' } as const;
const GROUP = { counted: true, facet: true, listed: true } as const;

export const INDICATORS = {
  view: 'indicators',
  title: '指标',
  meaning: '一条绩效指标一行',
  table: 'indicator_rows',
  list: 'indicators',
  row: { letter: 'i', kind: 'indicator' },
  project: 'shown',
  searchKind: 2,
  groups: 'indicator_group_rows',
  fields: [
    text('level1', '一级指标', '统一后的名称', GROUP),
    text('level2', '二级指标', '统一后的名称', { ...GROUP, brief: true }),
    text('level1_printed', '原文一级指标', '与原文一致'),
    text('level2_printed', '原文二级指标', '与原文一致'),
    text('name', '指标', '三级指标名称（去掉编号）', {
      ...NAME,
      sorted: 'indicator_rows_name',
      brief: true,
      listed: true,
    }),
    text('name_printed', '原文指标名称', '与原文一致', { ...NAME, printedOf: 'name' }),
    text('description', '绩效指标描述', '与原文一致', TEXT),
    text('target', '指标值', '与原文一致；符号、数值、单位分列时连写', {
      ...TEXT,
      brief: true,
      listed: true,
    }),
    closed('horizon', '期间', HORIZON_TITLES, { filled: true }),
    closed('kind', '指标值类型', TARGET_KIND_TITLES, { ...GROUP, filled: true }, '指标值读成的类型'),
    text('operator', '比较符', '指标值的方向', { values: ['>=', '<=', '>', '<', '=', '≈'] }),
    text('value', '数值', '指标值中的数字，与原文一致'),
    text('unit', '计量单位', '与原文一致，含 万 等量级'),
    real('quantity', '数量', '换算到基本单位：17万份 → 170000，≤240.67万元 → 2406700，每季度1次 → 4', {
      exact: true,
      sorted: 'indicator_rows_quantity',
    }),
    text('measure', '基本单位', '数量的单位：份、元、人、%、次/年 等'),
    text('standard', '绩效标准', '与原文一致'),
    text('target_basis', '指标值确定依据', '与原文一致', TEXT),
    real('weight', '权重', '权重或分值', { exact: true }),
    text('actual', '实际完成值', '自评表中的完成情况'),
    closed('actual_kind', '完成值类型', TARGET_KIND_TITLES, {}, '实际完成值读成的类型'),
    real('actual_quantity', '完成数量', '实际完成值换算到基本单位', { exact: true }),
    text('actual_measure', '完成数量单位', '完成数量的单位：份、元、人、% 等'),
    real('score', '得分', '自评得分', { exact: true }),
    text('deviation', '偏差原因', '偏差原因分析及改进措施，与原文一致', { searched: true, indexed: 'text' }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
