import { PERCENT_TITLES } from '../statement.js';
import type { Section } from './section.js';
import { closed, integer, real, text } from './section-field.js';
import { PLACE } from './shared-columns.js';

const WAN = { unit: '万元', brief: true } as const;

export const STATEMENTS_SAID = {
  view: 'statements_said',
  title: '文字所述数字',
  meaning: '说明文字中陈述的一个金额、增减、比例或数量一行；不能确定所指的不列',
  table: 'said_rows',
  list: 'said',
  row: { letter: 'n', kind: 'said' },
  fields: [
    text('subject', '所述', '陈述的是什么，如 收入预算、公务接待费', {
      filled: true,
      searched: true,
      brief: true,
      listed: true,
    }),
    text('code', '科目编码', '所述科目的编码，印了的'),
    text('within', '其中于', '是其中一部分的：“其中”之前、括号之前所述，或上级科目（用 / 连接）', {
      brief: true,
      listed: true,
    }),
    integer('about_year', '所指年度', '文字所说的年度；没有写明为空', { brief: true, listed: true }),
    integer('amount_fen', '金额（分）', '精确金额', { unit: '分', listed: true }),
    real('amount', '金额（万元）', '由分换算', { ...WAN, from: 'amount_fen' }),
    integer('base_fen', '基数（分）', '比较的上年数或预算数', { unit: '分' }),
    real('base', '基数（万元）', '由分换算', { unit: '万元', from: 'base_fen' }),
    integer('change_fen', '增减（分）', '增加为正，减少为负', { unit: '分', listed: true }),
    real('change', '增减（万元）', '由分换算，减少为负', { ...WAN, from: 'change_fen' }),
    real('percent', '百分比', '增减率（减少为负）或占比，照印的数字', {
      unit: '%',
      exact: true,
      brief: true,
      listed: true,
    }),
    closed('percent_of', '百分比类别', PERCENT_TITLES, { listed: true }),
    text('count', '数量', '人数、辆数、批次等，照印，含单位', { brief: true, listed: true }),
    text('sentence', '原文', '所在的句子', { filled: true, searched: true, listed: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
