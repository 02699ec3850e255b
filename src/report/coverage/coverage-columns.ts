import type { Coverage, DepartmentCoverage, PlaceCoverage } from '../../model/coverage.js';
import { SHORT_FORM_TITLES } from '../../model/facts/form-kinds.js';
import type { Column, Row } from '../row.js';
import { describeForms } from './coverage-text.js';

const KIND_TITLES = {
  published: '有公开',
  'missing-department': '别处有公开的部门',
  'missing-place': '没有公开的地区',
};

/** Columns of coverage as a flat table: a row per department that published or is missing, and per place without any. */
export const COVERAGE_COLUMNS: Column[] = [
  { name: 'kind', title: '类别', titles: KIND_TITLES },
  { name: 'year', title: '年度' },
  { name: 'city', title: '市' },
  { name: 'region', title: '地区' },
  { name: 'region_code', title: '行政区划代码', whole: true },
  { name: 'department', title: '部门' },
  { name: 'department_key', title: '部门统一名称' },
  { name: 'forms', title: '公开的表' },
  { name: 'projects', title: '项目' },
  { name: 'without_form', title: '只在汇总表中的项目' },
  { name: 'templates', title: '空白表' },
  { name: 'lacking', title: '没有的表', titles: SHORT_FORM_TITLES, holds: 'list' },
  { name: 'statements', title: '预算表' },
  { name: 'project_spending_wan', title: '项目支出（万元）', unit: '万元' },
  { name: 'covered_wan', title: '有项目绩效目标表的（万元）', unit: '万元' },
  { name: 'only_statements', title: '有预算表、没有绩效目标表' },
  { name: 'places', title: '别处公开的地区数' },
  { name: 'other_years', title: '公开过的其他年度' },
  { name: 'document_ids', title: '文档编号', whole: true },
];

const FEN_OF_WAN = 1_000_000;

export const flattenCoverage = ({ year, places, counts: { missingPlaces } }: Coverage): Row[] => [
  ...places.flatMap((place) => placeRows(place, year)),
  ...missingPlaces.map(({ code, name, city }) => ({
    kind: 'missing-place',
    year,
    city,
    region: name,
    region_code: code,
  })),
];

function placeRows({ region, regionCode, city, departments, missing }: PlaceCoverage, year: number): Row[] {
  const place = { year, city, region, region_code: regionCode };
  return [
    ...departments.map((row) => ({ kind: 'published', ...place, ...departmentValues(row) })),
    ...missing.map(({ key, places, otherYears }) => ({
      kind: 'missing-department',
      ...place,
      department_key: key,
      places,
      other_years: otherYears.join(' ') || null,
    })),
  ];
}

const departmentValues = (row: DepartmentCoverage): Row => ({
  department: row.department,
  department_key: row.key,
  forms: describeForms(row),
  projects: row.projects,
  without_form: row.withoutForm,
  templates: row.templates,
  lacking: row.lacking.join(',') || null,
  statements: row.statements,
  project_spending_wan: row.spending && row.spending.fen / FEN_OF_WAN,
  covered_wan: row.spending && row.spending.coveredFen / FEN_OF_WAN,
  only_statements: row.onlyStatements ? 1 : 0,
  document_ids: row.documents.map((id) => `d${id}`).join(' '),
});
