import type { Child, FC } from 'hono/jsx';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import type { ComparedStatement, StatementComparison } from '../../../model/statement-comparison.js';
import { BEFORE_TITLES, describeLack, describeTaken } from '../../../report/compare/statement-columns.js';
import { showYuan } from '../../../report/show-money.js';
import { departmentLink, valueLink } from '../../links.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showAmount, showCount, showListed } from '../../parts/format-figures.js';
import { StatementBars } from './statement-bars.js';

/** Statements of one kind, a row each: their lines in 万元, what changed, what it is per head; each figure with its source. */
export const StatementTable: FC<{ comparison: StatementComparison }> = ({ comparison }) => {
  const { title, lines, rows, places, isCut } = comparison;
  if (rows.length === 0) {
    return <EmptyState>库中没有{title}。可以换一种表，或去掉地区、年度、部门再试。</EmptyState>;
  }
  const total = lines[0]?.title ?? '';
  return (
    <>
      <p>
        {showCount(places)} 个地区，{showCount(rows.length)}{' '}
        张表；金额单位万元。“比上年”以库中上一年的同一种表为准，没有的用
        <span class="from-printed">本表所印的上年数</span>；人均用公开文件里印出的人数，没有印出的不算。
      </p>
      {isCut && (
        <p class="notice">
          库中的{title}不止 {showCount(rows.length)} 张，只列前 {showCount(rows.length)}{' '}
          张；用地区、年度、部门缩小范围， 或用命令 <code>mingzhang compare --statement</code> 看全部。
        </p>
      )}
      <StatementBars rows={rows} title={title} total={total} />
      <DataTable caption={title} columns={columnsOf(comparison)} rows={rows} />
    </>
  );
};

function columnsOf({ lines, rows }: StatementComparison): TableColumn<ComparedStatement>[] {
  const shown = lines.flatMap(({ title }, n) =>
    rows.some(({ figures }) => figures[n]) ? [{ title, n }] : [],
  );
  const isFollowed = rows.some(({ figures: [total] }) => total?.before);
  return [
    { title: '地区', head: true, cell: ({ region }) => region ?? '地区未定' },
    { title: '年度', whole: true, cell: ({ year, stage }) => `${year ?? '未定'} ${STAGE_TITLES[stage]}` },
    { title: '部门', cell: (row) => <Department row={row} /> },
    ...shown.flatMap(({ title, n }): TableColumn<ComparedStatement>[] => [
      { title, number: true, cell: (row) => figureCell(row, n, title) },
      ...(n === 0 && isFollowed
        ? [{ title: '比上年', number: true, cell: (row: ComparedStatement) => differenceCell(row) }]
        : []),
    ]),
    ...(rows.some(({ perHeadFen }) => perHeadFen !== null)
      ? [{ title: '人均（元）', number: true, cell: (row: ComparedStatement) => perHeadCell(row) }]
      : []),
    { title: '原表', whole: true, cell: ({ statement }) => <a href={valueLink('s', statement.id)}>看表</a> },
  ];
}

function figureCell(row: ComparedStatement, n: number, title: string): Child {
  const figure = row.figures[n];
  if (!figure) return n === 0 && <span class="soft">{describeLack(row)}</span>;
  return (
    <>
      <a href={valueLink('t', figure.id)}>{showAmount(figure.fen)}</a>
      {figure.taken && <div class="soft">{describeTaken(title, figure.taken)}</div>}
    </>
  );
}

function differenceCell({ figures: [total] }: ComparedStatement): Child {
  if (!total?.before || total.differenceFen === null) return null;
  const { from, id, fen } = total.before;
  const sign = total.differenceFen > 0 ? '+' : '';
  return (
    <a
      href={valueLink('t', id)}
      class={from === 'printed' ? 'from-printed' : undefined}
      title={`${BEFORE_TITLES[from]} ${showAmount(fen)}`}
    >
      {sign}
      {showAmount(total.differenceFen)}
    </a>
  );
}

function perHeadCell({ perHeadFen, persons }: ComparedStatement): Child {
  if (perHeadFen === null || persons === null) return null;
  return (
    <a href={`/values/${persons.row}`} title={`${persons.label} ${persons.count} 人`}>
      {showYuan(perHeadFen)}
    </a>
  );
}

const Department: FC<{ row: ComparedStatement }> = ({ row }) => {
  const link = departmentLink({ ...row, region_code: row.regionCode, department_key: row.departmentKey });
  const name = showListed(row.department) || '部门未定';
  return link === null ? <span>{name}</span> : <a href={link}>{name}</a>;
};
