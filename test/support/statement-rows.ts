import type { RowSubject } from '../../src/model/comparison.js';
import type { ColumnKind, StatementKind, StatementSide } from '../../src/model/statement.js';
import type {
  PersonsRow,
  StatementItemRow,
  StatementRow,
  StatementRows,
} from '../../src/model/statement-comparison.js';
import { projectRow } from './comparison-rows.js';

/** A row of a table: its item (with its side before a bar, its code before a cross: `income|合计`, `301#工资福利支出`), and a figure in 万元 for each column. */
export type DrawnRow = [item: string, ...figures: (number | null)[]];

export interface DrawnStatement {
  kind: StatementKind;
  columns: [label: string, kind: ColumnKind][];
  rows: DrawnRow[];
  levels?: (number | null)[];
  subject?: Partial<RowSubject>;
}

let last = 0;

/** Rows of the store as a table of figures would leave them. */
export function statementRowsOf(...drawn: DrawnStatement[]): StatementRows {
  const rows: StatementRows = { statements: [], items: [], persons: [], isCut: false };
  for (const each of drawn) {
    last += 1;
    rows.statements.push(statementRow(last, each));
    rows.items.push(...itemRows(each, last));
  }
  return rows;
}

export function statementRow(id: number, { kind, subject = {}, rows }: DrawnStatement): StatementRow {
  const { documentId, province, city, region, regionCode, year, stage, department, departmentKey } =
    projectRow({
      project: '',
      ...subject,
    });
  return {
    ...{ documentId, province, city, region, regionCode, year, stage, department, departmentKey },
    ...{ id, disclosure: id, kind, title: '', page: 1, rows: rows.length, blank: rows.length === 0 ? 1 : 0 },
    place: 'p1 t1 r1 c1',
  };
}

/** The figures of a table, row by row. */
export function itemRows({ columns, rows, levels }: DrawnStatement, statement = 1): StatementItemRow[] {
  return rows.flatMap(([name, ...figures], r) =>
    figures.flatMap((figure, c): StatementItemRow[] => {
      const [label = '', columnKind = 'other'] = columns[c] ?? [];
      const [, side = null, code = null, item = name] =
        /^(?:(income|expenditure)\|)?(?:(\d+)#)?(.*)$/.exec(name) ?? [];
      if (figure === null) return [];
      return [
        {
          ...{
            id: statement * 1000 + r * 20 + c,
            statement,
            code: code ?? null,
            item,
            level: levels?.[r] ?? null,
          },
          ...{
            column: label,
            columnKind,
            amountFen: Math.round(figure * 1_000_000),
            printed: String(figure),
          },
          side: (side ?? null) as StatementSide | null,
          place: `p1 t1 r${r + 2} c${c + 2}`,
        },
      ];
    }),
  );
}

/** What a sentence says; with an item, what a column of a statement does. */
export const personsRow = (
  disclosure: number,
  label: string,
  printed: string,
  item: string | null = null,
): PersonsRow => ({
  ...{ disclosure, label, printed, item, row: 'n1', place: '¶1' },
});
