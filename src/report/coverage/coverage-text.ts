import type { Coverage, DepartmentCoverage, ListedPlace, PlaceCoverage } from '../../model/coverage.js';
import { type FormKind, SHORT_FORM_TITLES } from '../../model/facts/form-kinds.js';

import { renderTable } from '../render-table.js';
import type { Column, Row } from '../row.js';
import { showShare } from '../show-share.js';
import { wrapText } from '../text-width.js';
import { describeLevels } from './describe-levels.js';

/** Departments named before the rest is counted. */
const NAMED = 60;

/** Coverage for the terminal: per place its departments with their forms, then what is missing. */
export function coverageText(coverage: Coverage, width: number): string {
  const { counts, places, withoutForms } = coverage;
  const { missingPlaces } = counts;
  const without = withoutForms === 0 ? '' : `；其中 ${withoutForms} 个部门有预算表、没有绩效目标表`;
  const head = `${describeLevels(counts)}${without}\n`;
  const sections = places.map((place) => placeSection(place, width));
  return [
    head,
    ...sections,
    ...(missingPlaces.length === 0
      ? []
      : [`库中没有公开内容的县级地区\n${listPlaces(missingPlaces, width)}`]),
  ].join('\n');
}

function placeSection({ region, departments, missing }: PlaceCoverage, width: number): string {
  const rows = departments.map(departmentRow);
  const columns = COLUMNS.filter(({ name }) => rows.some((row) => row[name] !== null && row[name] !== ''));
  const table = renderTable(rows, columns, width - 2).replace(/^(?=.)/gm, '  ');
  const before = missing.filter(({ otherYears }) => otherYears.length > 0);
  const elsewhere = missing.filter(({ otherYears }) => otherYears.length === 0);
  return [
    `${region ?? '地区未定'}：部门 ${departments.length}\n${table}`,
    ...(before.length === 0
      ? []
      : [
          `  其他年度公开过、这一年没有\n${paragraph(
            before.map(({ key, otherYears }) => `${key}（${otherYears.join('、')}）`),
            width,
          )}`,
        ]),
    ...(elsewhere.length === 0
      ? []
      : [
          `  别处有公开、这里没有（括号内为公开的地区数）\n${paragraph(
            elsewhere.map(({ key, places }) => `${key}（${places}）`),
            width,
          )}`,
        ]),
  ].join('');
}

/** A line per city. */
function listPlaces(places: readonly ListedPlace[], width: number): string {
  const cities = new Map<string, string[]>();
  for (const { city, name } of places) cities.set(city ?? '', [...(cities.get(city ?? '') ?? []), name]);
  return [...cities]
    .map(([city, names]) => paragraph([`${city === '' ? '' : `${city}：`}${names.join('、')}`], width))
    .join('');
}

const COLUMNS: Column[] = [
  { name: 'department', title: '部门' },
  { name: 'forms', title: '公开的表' },
  { name: 'projects', title: '项目' },
  { name: 'without_form', title: '只有汇总', whole: true },
  { name: 'templates', title: '空白表' },
  { name: 'lacking', title: '没有的表' },
  { name: 'statements', title: '预算表', whole: true },
  { name: 'covered', title: '项目支出中公开了目标的', whole: true },
  { name: 'documents', title: '文档' },
];

const departmentRow = (row: DepartmentCoverage): Row => ({
  department: row.key ?? row.department ?? '（未定）',
  forms: describeForms(row),
  projects: row.projects,
  without_form: row.withoutForm === 0 ? null : row.withoutForm,
  templates: row.templates === 0 ? null : row.templates,
  lacking: row.lacking.map((kind) => SHORT_FORM_TITLES[kind]).join('、'),
  statements: row.statements === 0 ? null : row.statements,
  covered: row.spending && coveredBar(row.spending),
  documents: row.documents.map((id) => `d${id}`).join('、'),
});

/** Characters of a whole bar. */
const BAR = 10;

/** `███░░░░░░░ 30.0%`; more than all of it is said in figures. */
function coveredBar({ fen, coveredFen }: NonNullable<DepartmentCoverage['spending']>): string {
  const share = showShare(coveredFen, fen);
  if (share === null) return '没有项目支出';
  const filled = Math.round(Math.min(1, coveredFen / fen) * BAR);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${share}`;
}

/** `部门整体表、项目表 7` */
export const describeForms = (row: DepartmentCoverage): string =>
  row.onlyStatements ? '有预算表、没有绩效目标表' : formsOf(row);

const formsOf = ({ forms }: DepartmentCoverage): string =>
  Object.entries(forms)
    .map(([kind, count]) => `${SHORT_FORM_TITLES[kind as FormKind]}${count === 1 ? '' : ` ${count}`}`)
    .join('、');

function paragraph(names: readonly string[], width: number): string {
  const more = names.length > NAMED ? ` 等 ${names.length} 个` : '';
  const lines = wrapText(`${names.slice(0, NAMED).join('、')}${more}`, width - 4);
  return lines.map((line) => `    ${line}\n`).join('');
}
