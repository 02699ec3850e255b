import { STATEMENT_KINDS, type Statement, type StatementLine } from '../../model/statement.js';
import { type Figure, figureOf } from '../figures/figure.js';
import { finestDecimals } from '../figures/intervals.js';
import type { FigureReading } from '../verdicts/form-reading.js';
import { type Kept, nothingKept, oncePer } from './once-per.js';
import type { DisclosureSubject } from './subject.js';

/** A statement as the rules see it. */
export interface StatementSubject {
  statement: Statement;
  /** What people call it: its title, else its kind. */
  name: string;
  reading: FigureReading;
  /** By line and column; null where nothing is printed or it is no amount. */
  figures: (Figure | null)[][];
  kept: Kept;
}

/** The disclosure's statements that print figures, in reading order. */
export const statementSubjects = oncePer(({ disclosure, unseen }: DisclosureSubject): StatementSubject[] =>
  disclosure.statements
    .filter(({ blank }) => !blank)
    .map((statement) => {
      const monies = statement.lines.flatMap(({ figures }) => figures.flatMap(({ money }) => money ?? []));
      const reading: FigureReading = {
        form: {
          state: statement.partial ? 'partial' : 'filled',
          certainty: { claimed: 1, missing: [], rowsThatFit: 1 },
        },
        decimals: finestDecimals(monies),
        unseen,
      };
      const figures = statement.lines.map((line) => figuresOf(statement, line, reading));
      return { statement, name: nameOf(statement), reading, figures, kept: nothingKept() };
    }),
);

/** Those read whole: no verdict rests on what may be missing. */
export const wholeStatements = (disclosure: DisclosureSubject): StatementSubject[] =>
  statementSubjects(disclosure).filter(({ statement }) => !statement.partial);

function figuresOf(statement: Statement, line: StatementLine, reading: FigureReading): (Figure | null)[] {
  const row: (Figure | null)[] = statement.columns.map(() => null);
  for (const { column, money, evidence } of line.figures) {
    if (money && column < row.length)
      row[column] = figureOf(labelOf(statement, line, column), money, evidence, reading);
  }
  return row;
}

/** `行政运行 基本支出`: the item, and the column where its half has several. */
function labelOf(statement: Statement, line: StatementLine, column: number): string {
  const { columns } = statement;
  const own = columns.filter(({ half, kind }) => half === line.half && kind !== 'item-code');
  const label = columns[column]?.label ?? '';
  const item = plainItem(line.item) || line.code || nameOfLine(statement, line);
  return own.length > 1 && label !== '' && label !== item ? `${item}·${label}` : item;
}

const LONGEST_TEXT = 20;

/** What a line without item or code is called: 合计 where it sums or is the only one, else its first text, else where it stands. */
function nameOfLine({ lines }: Statement, line: StatementLine): string {
  if (line.role === 'total' || lines.length === 1) return '合计';
  const texts = line.figures.flatMap(({ money, evidence }) => (money ? [] : plainItem(evidence.quote)));
  const named = texts.find((text) => text.length <= LONGEST_TEXT && /[\u4e00-\u9fff]{2}/.test(text));
  return named ?? `第${lines.indexOf(line) + 1}行`;
}

/** An item without its numbering: 一、 1. （一） 其中：. */
export const plainItem = (item: string): string =>
  item
    .replace(/\s+/g, '')
    .replace(
      /^(其中[:：]|[一二三四五六七八九十]+[、.．]|\d+[、.．]|[(（][一二三四五六七八九十\d]+[)）])+/,
      '',
    );

const LONGEST_NAME = 40;

function nameOf({ title, kind }: Statement): string {
  const plain = title.replace(/\s+/g, '');
  return plain !== '' && plain.length <= LONGEST_NAME ? plain : STATEMENT_KINDS[kind];
}
