import type { Section } from './section.js';
import { integer, real, text } from './section-field.js';
import { PLACE } from './shared-columns.js';

const FEN = { unit: '分' } as const;
const WAN = { unit: '万元', brief: true } as const;
const EXACT = { exact: true, brief: true } as const;

export const EXECUTION = {
  view: 'execution',
  title: '执行情况',
  meaning: '自评、监控表执行情况中的一种资金一行',
  table: 'execution_rows',
  list: 'execution',
  project: 'shown',
  fields: [
    text('category', '资金类别', '年度资金总额、财政拨款、上年结转等', {
      filled: true,
      searched: true,
      brief: true,
    }),
    integer('initial_fen', '年初预算（分）', '年初预算数', FEN),
    real('initial', '年初预算（万元）', '由分换算', { ...WAN, from: 'initial_fen' }),
    integer('budget_fen', '全年预算（分）', '全年预算数（调整后）', FEN),
    real('budget', '全年预算（万元）', '由分换算', { ...WAN, from: 'budget_fen' }),
    integer('spent_fen', '执行数（分）', '全年执行数', FEN),
    real('spent', '执行数（万元）', '由分换算', { ...WAN, from: 'spent_fen' }),
    real('weight', '分值', '执行率的分值', EXACT),
    real('rate', '执行率', '照印的执行率', { ...EXACT, unit: '%' }),
    real('score', '得分', '执行率的得分', EXACT),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
