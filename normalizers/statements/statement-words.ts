import * as z from 'zod';
import { loadData } from '../../src/model/load-data.js';
import {
  COLUMN_KINDS,
  type ColumnKind,
  STATEMENT_KINDS,
  type StatementKind,
} from '../../src/model/statement.js';

const pattern = z.string().transform((source) => new RegExp(source));
const statementKind = z.enum(Object.keys(STATEMENT_KINDS) as [StatementKind, ...StatementKind[]]);
const columnKind = z.enum(Object.keys(COLUMN_KINDS) as [ColumnKind, ...ColumnKind[]]);

const titlesSchema = z.object({
  /** The first that matches a title is its kind. */
  kinds: z.array(z.object({ kind: statementKind, pattern })),
  /** A title names one of these. */
  money: pattern,
  endings: pattern,
  /** Titles of tables that are no statement. */
  foreign: pattern,
  final: pattern,
  budget: pattern,
});

const columnsSchema = z.object({
  /** Labels of columns that only count rows. */
  numbers: z.array(z.string()),
  codes: pattern,
  /** The highest rank names the rows. */
  items: z.array(z.object({ rank: z.number(), pattern })),
  /** Labels that stand in no statement: lists of tables, scores. */
  foreign: pattern,
  texts: pattern,
  persons: pattern,
  counts: pattern,
  /** The first that matches is the kind of the column. */
  kinds: z.array(z.object({ kind: columnKind, pattern })),
  /** Labels that stand for what is printed above them. */
  sums: pattern,
  wholes: pattern,
  income: pattern,
  expenditure: pattern,
  last: pattern,
  current: pattern,
});

const linesSchema = z.object({
  total: pattern,
  carried: pattern,
  /** 本年收入合计: what follows it up to the next total is carried. */
  ofYear: pattern,
  /** Names of what is received or spent, wherever they stand. */
  spent: pattern,
  /** Funds and kinds of expenditure a carried row is split by; the others only beside these. */
  funds: pattern,
  otherFunds: pattern,
  part: pattern,
  /** Rows that explain the table. */
  notes: pattern,
  /** Texts that say there is nothing to print. */
  nothing: pattern,
});

interface StatementWords {
  titles: z.infer<typeof titlesSchema>;
  columns: z.infer<typeof columnsSchema>;
  lines: z.infer<typeof linesSchema>;
}

let words: StatementWords | undefined;

/** The vocabulary of budget statements (data/statements/), read once. Patterns are matched with compact texts. */
export function statementWords(): StatementWords {
  words ??= {
    titles: loadData('statements/titles.json', titlesSchema),
    columns: loadData('statements/columns.json', columnsSchema),
    lines: loadData('statements/lines.json', linesSchema),
  };
  return words;
}
