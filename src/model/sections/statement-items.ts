import { COLUMN_KINDS, SIDE_TITLES } from '../statement.js';
import type { Section } from './section.js';
import { closed, integer, text } from './section-field.js';
import { AMOUNT_FEN, AMOUNT_WAN, PLACE } from './shared-columns.js';
import { STATEMENT_KIND } from './statements.js';

export const STATEMENT_ITEMS = {
  view: 'statement_items',
  title: '预算表数字',
  meaning: '预算表中一行一栏的一个数一行，空格不计',
  table: 'statement_item_rows',
  list: 'statementItems',
  row: { letter: 't', kind: 'statement-item' },
  fields: [
    integer('statement_id', '预算表编号', '所在的表，即 statements.id', { filled: true, names: 's' }),
    STATEMENT_KIND,
    closed('side', '收支', SIDE_TITLES, { brief: true, listed: true }, '表不分收支时为空'),
    text('code', '编码', '功能科目、经济科目、单位或项目的编码，类款项分栏的连写', {
      brief: true,
      listed: true,
    }),
    text('item', '项目', '行的名称，与原文一致', { filled: true, searched: true, brief: true, listed: true }),
    integer('level', '层级', '在本表中的层级，从 1 起；不明为空'),
    text('column', '栏目', '栏名，与原文一致，上级在前，以 / 连接', {
      filled: true,
      brief: true,
      listed: true,
    }),
    closed('column_kind', '栏类', COLUMN_KINDS, { filled: true }),
    { ...AMOUNT_FEN, listed: true },
    { ...AMOUNT_WAN, brief: true },
    text('printed', '原文', '单元格中的文字', { filled: true, listed: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
