import { STATEMENT_KINDS } from '../../model/statement.js';
import type { ComparedStatement, StatementComparison, TakenFrom } from '../../model/statement-comparison.js';
import type { Column, Row } from '../row.js';
import { SUBJECT_HEADERS, subjectValues } from './subject-headers.js';

const FEN_OF_WAN = 1_000_000;
const FEN_OF_YUAN = 100;

/** What is said of the figures of the year before. */
export const BEFORE_TITLES = { earlier: '上一年的表', printed: '本表所印上年数' };

/** Why a statement has no figures; null where it has some. */
export function describeLack({ statement, figures }: ComparedStatement): string | null {
  if (figures.some((figure) => figure !== null)) return null;
  return statement.blank ? '空表' : '没有认出各表共有的行';
}

/** What the figures of a statement were taken from where nothing printed names them, else why it has none; null where neither needs saying. */
export function describeRow(row: ComparedStatement, lines: StatementComparison['lines']): string | null {
  const taken = row.figures.flatMap((figure, n) => {
    const title = lines[n]?.title;
    return figure?.taken && title !== undefined ? [describeTaken(title, figure.taken)] : [];
  });
  return [...new Set(taken)].join('；') || describeLack(row);
}

/** The words for a figure of a line that no row or column names: 没有印明合计，取“农林水支出”行“预算数”栏. */
export const describeTaken = (title: string, { item, column }: TakenFrom): string =>
  `没有印明${title}，取${[item && `“${item}”行`, column && `“${column}”栏`].filter(Boolean).join('')}`;

/** A line's name as part of a column's name: `vehicles_running`. */
export const columnName = (line: string): string => line.replaceAll('-', '_');

/** Columns of statements side by side as one flat table: each line with what it was the year before. */
export const statementColumns = ({ lines }: StatementComparison): Column[] => [
  { name: 'kind', title: '表类', titles: STATEMENT_KINDS },
  ...SUBJECT_HEADERS,
  { name: 'title', title: '表名' },
  ...lines.flatMap(({ name, title }): Column[] => [
    { name: `${columnName(name)}_wan`, title: `${title}（万元）`, unit: '万元' },
    { name: `${columnName(name)}_before_wan`, title: `${title}：上年（万元）`, unit: '万元' },
    { name: `${columnName(name)}_difference_wan`, title: `${title}：比上年（万元）`, unit: '万元' },
    { name: `${columnName(name)}_id`, title: `${title}：编号`, whole: true },
  ]),
  { name: 'before_from', title: '上年数来自', titles: BEFORE_TITLES, holds: 'list' },
  { name: 'persons', title: '人数' },
  { name: 'persons_label', title: '人数是' },
  { name: 'persons_id', title: '人数编号', whole: true },
  { name: 'per_head_yuan', title: '人均（元）' },
  { name: 'note', title: '说明' },
  { name: 'statement_id', title: '预算表编号', whole: true },
  { name: 'document_id', title: '文档编号', whole: true },
  { name: 'place', title: '位置', whole: true },
];

/** Everything compared as rows of `statementColumns`. */
export const flattenStatements = ({ kind, lines, rows }: StatementComparison): Row[] =>
  rows.map((row) => ({
    kind,
    ...subjectValues(row),
    title: row.statement.title,
    ...Object.assign({}, ...lines.map(({ name }, n) => figureValues(columnName(name), row.figures[n]))),
    before_from: beforeFrom(row),
    persons: row.persons?.count ?? null,
    persons_label: row.persons?.label ?? null,
    persons_id: row.persons?.row ?? null,
    per_head_yuan: inYuan(row.perHeadFen),
    note: describeRow(row, lines),
    statement_id: `s${row.statement.id}`,
    document_id: `d${row.documentId}`,
    place: row.statement.place,
  }));

const figureValues = (name: string, figure: ComparedStatement['figures'][number] | undefined): Row => ({
  [`${name}_wan`]: inWan(figure?.fen),
  [`${name}_before_wan`]: inWan(figure?.before?.fen),
  [`${name}_difference_wan`]: inWan(figure?.differenceFen),
  [`${name}_id`]: figure ? `t${figure.id}` : null,
});

function beforeFrom({ figures }: ComparedStatement): string | null {
  const from = figures.flatMap((figure) => figure?.before?.from ?? []);
  return [...new Set(from)].join(',') || null;
}

export const inWan = (fen: number | null | undefined): number | null =>
  fen === null || fen === undefined ? null : fen / FEN_OF_WAN;

export const inYuan = (fen: number | null): number | null => (fen === null ? null : fen / FEN_OF_YUAN);
