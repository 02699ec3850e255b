import { PROJECT_STATE_TITLES } from '../disclosure.js';
import { YES_NO_TITLES } from '../facts/yes-no-titles.js';
import type { Section } from './section.js';
import { closed, integer, text } from './section-field.js';
import { AMOUNT_FEN, AMOUNT_WAN, PLACE } from './shared-columns.js';

const NAME = { searched: true, indexed: 'name' } as const;
const TEXT = { searched: true, indexed: 'text' } as const;

export const PROJECTS = {
  view: 'projects',
  title: '项目',
  meaning: '一份文档一个阶段的一个项目一行，汇总表与项目表中的同一项目合为一行',
  table: 'project_rows',
  list: 'projects',
  row: { letter: 'p', kind: 'project' },
  searchKind: 1,
  fields: [
    text('project', '项目', '项目名称（去掉编号）；空表示没有印出', {
      ...NAME,
      sorted: 'project_rows_name',
      brief: true,
      listed: true,
    }),
    text('project_printed', '原文项目名称', '与原文一致', { ...NAME, printedOf: 'project', filled: true }),
    text('project_code', '项目编码', '财政项目库编码'),
    text('parent', '所属专项', '所属专项的名称', NAME),
    text('direction', '支出方向', '支出方向（子项），照印', NAME),
    text('agency', '实施单位', '预算单位或实施单位', { ...TEXT, behind: true }),
    text('attribute', '项目属性', '如 新增项目、延续项目'),
    { ...AMOUNT_FEN, sorted: 'project_rows_amount', listed: true },
    { ...AMOUNT_WAN, sorted: 'project_rows_amount', brief: true },
    text('period', '实施期', '项目实施期'),
    text('annual_goal', '年度绩效目标', '与原文一致', { ...TEXT, brief: true, listed: true }),
    text('period_goal', '实施期绩效目标', '与原文一致', TEXT),
    text('purpose', '资金用途', '与原文一致', TEXT),
    integer('has_form', '有项目表', '1 有自己的绩效目标表，0 只在汇总表中出现', {
      values: [0, 1],
      titles: YES_NO_TITLES,
      filled: true,
    }),
    closed('state', '状态', PROJECT_STATE_TITLES, { filled: true, listed: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
