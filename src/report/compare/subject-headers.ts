import type { RowSubject } from '../../model/comparison.js';
import { STAGE_TITLES } from '../../model/facts/stages.js';
import type { Column, Row } from '../row.js';

/** Where and when what is compared belongs. */
export const SUBJECT_HEADERS: readonly Column[] = [
  { name: 'province', title: '省' },
  { name: 'city', title: '市' },
  { name: 'region', title: '地区' },
  { name: 'region_code', title: '行政区划代码', whole: true },
  { name: 'year', title: '年度' },
  { name: 'stage', title: '阶段', titles: STAGE_TITLES },
  { name: 'department', title: '部门' },
  { name: 'department_key', title: '部门统一名称' },
];

/** The values of these columns, in their order. */
export const subjectValues = (row: RowSubject): Row => ({
  province: row.province,
  city: row.city,
  region: row.region,
  region_code: row.regionCode,
  year: row.year,
  stage: row.stage,
  department: row.department,
  department_key: row.departmentKey,
});
