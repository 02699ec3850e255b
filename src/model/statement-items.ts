import type { Disclosure } from './disclosure.js';
import type {
  ColumnKind,
  Statement,
  StatementColumn,
  StatementFigure,
  StatementLine,
  StatementSide,
} from './statement.js';

/** One figure of a statement with the row and the column it stands in. */
export interface StatementItem {
  /** Id of the statement within the disclosure. */
  statement: number;
  kind: Statement['kind'];
  side: StatementSide | null;
  code: string | null;
  item: string;
  level: number | null;
  column: string;
  columnKind: ColumnKind;
  figure: StatementFigure;
}

/** The figures of all statements, row by row. */
export const statementItems = ({ statements }: Pick<Disclosure, 'statements'>): StatementItem[] =>
  statements.flatMap((statement) =>
    statement.lines.flatMap((line) =>
      line.figures.flatMap((figure) => {
        const column = statement.columns[figure.column];
        return column ? [itemOf(statement, line, column, figure)] : [];
      }),
    ),
  );

const itemOf = (
  { id, kind }: Statement,
  { side, code, item, level }: StatementLine,
  column: StatementColumn,
  figure: StatementFigure,
): StatementItem => ({
  statement: id,
  kind,
  side: side ?? column.side,
  code,
  item,
  level,
  column: column.label,
  columnKind: column.kind,
  figure,
});
