import { STAGE_TITLES } from '../../model/facts/stages.js';
import type { ComparedStatement, StatementComparison } from '../../model/statement-comparison.js';
import { renderTable } from '../render-table.js';
import type { Column, Row } from '../row.js';
import { columnName, describeRow, inWan, inYuan } from './statement-columns.js';

/** Statements side by side for the terminal, in 万元 to two decimals (other formats are exact); lines and columns that nobody has are left out. */
export function comparedStatements(comparison: StatementComparison, width: number): string {
  const { lines, rows, places, years, title } = comparison;
  const period =
    years.length > 1 ? `${years[0]}—${years.at(-1)} 年` : years.length === 1 ? `${years[0]} 年` : '';
  const head = [title, `${places} 个地区`, ...(period === '' ? [] : [period]), `表 ${rows.length}`].join(
    '，',
  );
  const cells = rows.map((row) => rowCells(row, comparison));
  const columns: Column[] = [
    { name: 'region', title: '地区', whole: true },
    { name: 'year', title: '年度' },
    { name: 'stage', title: '阶段', whole: true },
    { name: 'department', title: '部门' },
    ...lines.map(({ name, title: line }) => ({ name: columnName(name), title: line, unit: '万元' })),
    { name: 'difference', title: `${lines[0]?.title}比上年`, unit: '万元' },
    { name: 'per_head', title: '人均（元）' },
    { name: 'note', title: '说明' },
    { name: 'id', title: '编号', whole: true },
  ];
  const shown = columns.filter(({ name }) => cells.some((each) => each[name] !== null));
  return `${head}（万元）\n${renderTable(cells, shown, width)}`;
}

const rowCells = (row: ComparedStatement, { lines, rows }: StatementComparison): Row => ({
  region: row.region ?? '（未定）',
  year: row.year,
  stage: rows.some(({ stage }) => stage !== row.stage) ? STAGE_TITLES[row.stage] : null,
  department: row.departmentKey ?? row.department ?? '（未定）',
  ...Object.fromEntries(lines.map(({ name }, n) => [columnName(name), rounded(row.figures[n]?.fen)])),
  difference: rounded(row.figures[0]?.differenceFen),
  per_head: perHead(row),
  note: describeRow(row, lines),
  id: `s${row.statement.id}`,
});

const perHead = ({ perHeadFen }: ComparedStatement): number | null => {
  const yuan = inYuan(perHeadFen);
  return yuan === null ? null : Math.round(yuan);
};

const rounded = (fen: number | null | undefined): number | null => {
  const wan = inWan(fen);
  return wan === null ? null : Math.round(wan * 100) / 100;
};
