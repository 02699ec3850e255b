import { findSection } from '../model/sections/sections.js';
import { VIEWS } from '../model/views.js';
import type { Column, Told } from './row.js';

const VIEW_TITLES = Object.fromEntries(VIEWS.map(({ name, title }) => [name, title]));

/** Names of the columns of a view, told. */
const columnTitles = (view: string): Told => ({
  titles: Object.fromEntries(
    VIEWS.flatMap(({ name, columns }) =>
      name === view ? columns.map((each) => [each.name, each.title]) : [],
    ),
  ),
});

/** What a person sees of what a full text search found. */
export const HIT_COLUMNS: readonly Column[] = [
  {
    name: 'id',
    title: '编号',
    whole: true,
    names: ({ view }) => findSection(String(view))?.row?.letter,
  },
  { name: 'view', title: '视图', whole: true, titles: VIEW_TITLES },
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
  { name: 'column', title: '列', as: ({ view }) => columnTitles(String(view)) },
];
