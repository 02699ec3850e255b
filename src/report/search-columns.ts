import { findSection } from '../model/sections/sections.js';
import type { Column } from './row.js';

/** What a person sees of what a full text search found. */
export const HIT_COLUMNS: readonly Column[] = [
  {
    name: 'id',
    title: '编号',
    whole: true,
    names: ({ view }) => findSection(String(view))?.row?.letter,
  },
  { name: 'view', title: '视图', whole: true },
  { name: 'region', title: '地区' },
  { name: 'year', title: '年度' },
  { name: 'department', title: '部门' },
  { name: 'project', title: '项目' },
  { name: 'snippet', title: '所在文字' },
  { name: 'place', title: '位置', whole: true },
];

/** All columns, as files hold them. */
export const ALL_HIT_COLUMNS: readonly Column[] = [
  ...HIT_COLUMNS,
  { name: 'document_id', title: '文档编号', names: 'd' },
  { name: 'column', title: '列' },
];
