import { EVERY_SECTION } from '../../model/sections/sections.js';
import { FINDING_GROUPS, FINDING_SUBJECTS } from '../derived/count-findings.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

const COUNTED_TABLES = [
  ...EVERY_SECTION.map(({ view, table }) => [view, table] as const),
  ['cells', 'cell_rows'] as const,
];

/** What the writer counted, and the same counted again from the rows. */
const COUNTED: readonly [title: string, stored: string, again: string][] = [
  [
    '各份公开的行数',
    `SELECT id, ${COUNTED_TABLES.map(([column]) => column).join(', ')}, project_fen FROM disclosure_rows`,
    `SELECT d.id, ${COUNTED_TABLES.map(([, table]) => `(SELECT count(*) FROM ${table} WHERE disclosure = d.id)`).join(', ')},
      (SELECT ifnull(sum(amount_fen), 0) FROM project_rows WHERE disclosure = d.id) FROM disclosure_rows d`,
  ],
  [
    '各份公开的分类指标数',
    'SELECT disclosure, level1, level2, kind, indicators FROM indicator_group_rows',
    `SELECT disclosure, ifnull(level1, ''), ifnull(level2, ''), kind, count(*) FROM indicator_rows GROUP BY 1, 2, 3, 4`,
  ],
  [
    '全国的指标数',
    'SELECT province, year, stage, level1, level2, kind, indicators FROM indicator_count_rows',
    `SELECT ifnull(province, ''), ifnull(year, 0), stage, ifnull(level1, ''), ifnull(level2, ''), kind, count(*)
     FROM indicators GROUP BY 1, 2, 3, 4, 5, 6`,
  ],
  [
    '全国的项目数与金额',
    'SELECT province, year, stage, projects, amount_fen FROM project_count_rows',
    `SELECT ifnull(province, ''), ifnull(year, 0), stage, count(*), ifnull(sum(amount_fen), 0)
     FROM projects GROUP BY 1, 2, 3`,
  ],
  ['有疑点的公开', 'SELECT * FROM finding_subject_rows', FINDING_SUBJECTS],
  ['各份公开的疑点数', 'SELECT * FROM finding_group_rows', FINDING_GROUPS],
  [
    '全国的疑点数',
    'SELECT * FROM finding_count_rows',
    `SELECT ifnull(province, ''), ifnull(year, 0), ifnull(stage, ''), rule, severity, verdict, state, count(*)
     FROM findings WHERE review IN ('open', 'confirmed') GROUP BY 1, 2, 3, 4, 5, 6, 7`,
  ],
];

/** Titles of the summaries that are not what counting the rows gives. */
export const wrongSummaries = (db: Database): string[] =>
  COUNTED.filter(([, stored, again]) => {
    const differs = `SELECT EXISTS (SELECT * FROM (${stored}) s EXCEPT SELECT * FROM (${again}) a)
      OR EXISTS (SELECT * FROM (${again}) a EXCEPT SELECT * FROM (${stored}) s)`;
    return prepared(db, differs).pluck().get() === 1;
  }).map(([title]) => title);
