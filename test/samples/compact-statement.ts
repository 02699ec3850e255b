import type { Statement, StatementLine } from '../../src/model/statement.js';
import { compactMoney, line, oneLine } from './compact-values.js';

/** A statement as a person can check it: its heading, its columns, and a line a row with the figures by the number of their column. */
export const compactStatement = (statement: Statement): object => ({
  statement: line(
    statement.kind,
    oneLine(statement.title) || '（无标题）',
    statement.evidence.place,
    statement.unit,
    statement.blank && 'blank',
    statement.partial && 'partial',
  ),
  columns: statement.columns.map(({ half, side, label, kind }, index) =>
    line(`${index}`, half > 0 && `half ${half}`, side, label, kind),
  ),
  lines: statement.lines.map((each) => compactLine(each)),
});

const compactLine = ({ half, code, item, level, role, figures, evidence }: StatementLine): string =>
  line(
    half > 0 && `half ${half}`,
    code,
    item,
    level !== null && `level ${level}`,
    role !== 'item' && role,
    ...figures.map(
      ({ column, money, evidence: { quote } }) =>
        `${column}: ${money ? compactMoney(money) : oneLine(quote)}`,
    ),
    evidence.place,
  );
