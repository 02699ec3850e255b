import { CHANGE_TITLES, TRENDED_TITLES, type Trend } from '../../model/trend.js';
import type { Column, Row } from '../row.js';

/** Columns of the changes of a trend as a flat table. */
export const TREND_COLUMNS: Column[] = [
  { name: 'region', title: '地区' },
  { name: 'department', title: '部门' },
  { name: 'year_before', title: '上一年' },
  { name: 'year', title: '年度' },
  { name: 'of', title: '对象', titles: TRENDED_TITLES },
  { name: 'change', title: '变化', titles: CHANGE_TITLES },
  { name: 'project', title: '项目' },
  { name: 'name', title: '名称' },
  { name: 'name_before', title: '上一年名称' },
  { name: 'before', title: '上一年的值' },
  { name: 'after', title: '这一年的值' },
  { name: 'difference_wan', title: '增减（万元）', unit: '万元' },
  { name: 'likeness', title: '相似度' },
  { name: 'row', title: '编号', whole: true },
  { name: 'place', title: '位置', whole: true },
];

export const flattenTrend = ({ region, department, changes }: Trend): Row[] =>
  changes.map((change) => ({
    region,
    department,
    year_before: change.yearBefore,
    year: change.year,
    of: change.of,
    change: change.change,
    project: change.project,
    name: change.name,
    name_before: change.nameBefore,
    before: change.before,
    after: change.after,
    difference_wan: change.differenceFen === null ? null : change.differenceFen / 1_000_000,
    likeness: change.likeness,
    row: change.row,
    place: change.place,
  }));
