import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { addressOf, type ListQuery } from '../list-query.js';

export interface TableColumn<Row> {
  title: string;
  cell: (row: Row) => Child;
  /** Column of the view the list can be sorted by. */
  sort?: string;
  /** Figures: at the right, the largest first when sorted. */
  number?: boolean;
  /** Never broken over lines. */
  whole?: boolean;
  /** Names the row. */
  head?: boolean;
  /** Sentences another page shows whole: wide, and on a phone cut after a few lines. */
  long?: boolean;
  /** Names of places and departments: where the page is wide, not squeezed to a word a line. */
  roomy?: boolean;
}

/** A list as a table: heads sort it by links, narrow screens scroll it, or stack its cells. `query` is needed where a column can be sorted by. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  query,
  rowId,
  isStacked,
}: {
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  query?: ListQuery;
  /** Anchor of a row. */
  rowId?: (row: Row) => string;
  /** On a phone the cells of a row stand one below the other. */
  isStacked?: boolean;
}): JSX.Element {
  return (
    <section class="wide" aria-label={caption} tabindex={0}>
      <table class={isStacked ? 'stacked' : undefined}>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head column={column} query={query} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={rowId?.(row)}>
              {columns.map((column) =>
                column.head ? (
                  <th scope="row" class={classOf(column)}>
                    {contentOf(column, row)}
                  </th>
                ) : (
                  <td class={classOf(column)} data-title={isStacked ? column.title : undefined}>
                    {contentOf(column, row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const classOf = ({ number, whole, long, roomy }: TableColumn<never>): string | undefined =>
  number ? 'number' : whole ? 'whole' : long ? 'long' : roomy ? 'roomy' : undefined;

const contentOf = <Row,>({ cell, long }: TableColumn<Row>, row: Row): Child =>
  long ? <div class="clamped">{cell(row)}</div> : cell(row);

function Head<Row>({ column, query }: { column: TableColumn<Row>; query?: ListQuery }): JSX.Element {
  const { title, sort, number } = column;
  if (sort === undefined || query === undefined) {
    return (
      <th scope="col" class={classOf(column)}>
        {title}
      </th>
    );
  }
  const order = orderOf(query.sort, sort);
  return (
    <th scope="col" class={classOf(column)} aria-sort={order}>
      <a href={addressOf(query, { sort: nextSort(sort, order, number === true) })} title={`按${title}排序`}>
        {title}
        <span aria-hidden="true">{order === undefined ? ' ↕' : order === 'ascending' ? ' ↑' : ' ↓'}</span>
      </a>
    </th>
  );
}

const orderOf = (given: string | undefined, column: string): 'ascending' | 'descending' | undefined =>
  given === column ? 'ascending' : given === `-${column}` ? 'descending' : undefined;

/** One click sorts, the next turns round, the third goes back to the usual order. */
function nextSort(column: string, order: ReturnType<typeof orderOf>, largestFirst: boolean): string | null {
  const turns = largestFirst ? [`-${column}`, column] : [column, `-${column}`];
  if (order === undefined) return turns[0] ?? null;
  return (order === 'descending') === largestFirst ? (turns[1] ?? null) : null;
}
