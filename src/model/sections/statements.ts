import { STATEMENT_KINDS } from '../statement.js';
import type { Section } from './section.js';
import { closed, integer, text } from './section-field.js';
import { PLACE } from './shared-columns.js';

export const STATEMENT_KIND = closed('kind', '表类', STATEMENT_KINDS, {
  filled: true,
  brief: true,
  listed: true,
  facet: true,
});

export const STATEMENTS = {
  view: 'statements',
  title: '预算表',
  meaning: '一张预算表或决算表一行，跨页的合为一行',
  table: 'statement_rows',
  list: 'statements',
  row: { letter: 's', kind: 'statement' },
  fields: [
    STATEMENT_KIND,
    text('title', '表名', '与原文一致', { filled: true, searched: true, brief: true, listed: true }),
    integer('page', '页', '表从第几页起；没有页的文件为空', { brief: true, listed: true }),
    integer('rows', '行数', '读出的行数，左右两半的表每半各计', { filled: true, brief: true, listed: true }),
    integer('blank', '空表', '1 没有数字的表，0 有数字', {
      values: [0, 1],
      titles: { 0: '', 1: '空表' },
      filled: true,
      brief: true,
      listed: true,
    }),
    { ...PLACE, brief: true, listed: true },
  ],
} as const satisfies Section;
