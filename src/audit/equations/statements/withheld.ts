import { classesNamed } from '../../../model/facts/budget-classes.js';
import { isHiddenClass } from '../../../model/facts/secrecy.js';
import type { StatementKind } from '../../../model/statement.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum, sumFen } from '../../figures/printed-sum.js';
import { oncePer } from '../../subjects/once-per.js';
import { plainItem, type StatementSubject, wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { figuresOfKind, ofKind, totalLines, wholeOf } from './facts.js';
import { lineTrees } from './lines.js';

/** A table that leaves out rows of classes the law keeps from the public, and nothing else. */
export interface WithheldTable {
  subject: StatementSubject;
  total: Figure;
  /** The rows it prints. */
  parts: Figure[];
  /** total − Σ parts, in fen. */
  lackFen: number;
  /** What another table prints for each class whose rows are not all there. */
  classes: Figure[];
}

/** Tables by rows, and those that print the sum of every class. */
const BESIDE: readonly [rows: StatementKind, classes: StatementKind][] = [
  ['expenditure', 'income-expenditure'],
  ['general-public', 'fiscal'],
];

/**
 * Tables whose rows fall short of their 合计 by what lacks in 国防 or 公共安全, as the sums of the classes in another table show; every
 * other class is whole. No more is known of what was left out.
 */
export const withheldTables = oncePer((disclosure: DisclosureSubject): WithheldTable[] =>
  BESIDE.flatMap(([rows, classes]) => {
    const [table, another] = ofKind(wholeStatements(disclosure), rows);
    const [sums, others] = ofKind(wholeStatements(disclosure), classes);
    return table && sums && !another && !others ? withheldFrom(table, classFigures(sums)) : [];
  }),
);

function withheldFrom(subject: StatementSubject, sums: Map<string, Figure>): WithheldTable[] {
  const [total, another] = totalLines(subject).flatMap((line) => wholeOf(subject, line));
  if (!total || another) return [];
  const byClass = rowsByClass(subject);
  const parts = [...byClass.values()].flat();
  const lackFen = (fenOf(total) ?? 0) - sumFen(parts);
  if (lackFen <= 0 || isPrintedSum(total, parts) !== false) return [];
  const known = [...byClass].flatMap(([code, rows]) => {
    const sum = sums.get(code);
    return sum ? [{ code, sum, rows, isWhole: isPrintedSum(sum, rows) }] : [];
  });
  const short = known.filter(({ isWhole }) => isWhole === false);
  const isKnown =
    known.length === byClass.size && short.length > 0 && short.every(({ code }) => isHiddenClass(code));
  const explained = isPrintedSum(
    total,
    known.map(({ sum }) => sum),
  );
  return isKnown && explained
    ? [{ subject, total, parts, lackFen, classes: short.map(({ sum }) => sum) }]
    : [];
}

/** The uppermost rows by 类, all of them 款 or 项; empty where one is none: what a table prints for a 类 itself is whole. */
function rowsByClass(subject: StatementSubject): Map<string, Figure[]> {
  const byClass = new Map<string, Figure[]>();
  for (const tree of lineTrees(subject.statement)) {
    for (const root of tree.roots) {
      const code = /^(2\d\d)(\d\d){1,2}$/.exec(tree.line(root).code ?? '')?.[1];
      if (code === undefined) return new Map();
      byClass.set(code, [...(byClass.get(code) ?? []), ...wholeOf(subject, root)]);
    }
  }
  return byClass;
}

/** What a table of income and expenditure prints for each 类 of spending, by its code. */
function classFigures(subject: StatementSubject): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const [line, { item, role, side }] of subject.statement.lines.entries()) {
    if (role !== 'item' || side === 'income') continue;
    const own = classesNamed(plainItem(item)).find(({ code }) => /^2\d\d$/.test(code));
    const general = figuresOfKind(subject, line, 'general-public');
    const [figure] = general.length > 0 ? general : wholeOf(subject, line);
    if (own && figure) figures.set(own.code, figure);
  }
  return figures;
}

/**
 * What the table of 三公 prints for the purchase of cars, where a table that withholds rows lists economy classes and none of 公务用车购置;
 * null where it is listed, or no table says what is bought.
 */
export function unlistedPurchase(disclosure: DisclosureSubject): Figure | null {
  const texts = withheldTables(disclosure).map(({ subject }) => economyTexts(subject));
  const listing = texts.filter((each) => each.length > 0);
  if (listing.length === 0 || listing.flat().some((text) => text.includes('公务用车购置'))) return null;
  const bought = ofKind(wholeStatements(disclosure), 'three-public').flatMap(({ statement, figures }) =>
    statement.columns.flatMap(({ label }, column) =>
      /购置费?(支出)?$/.test(label.replace(/\s+/g, ''))
        ? figures.flatMap((row) => ((fenOf(row[column] ?? null) ?? 0) > 0 ? (row[column] ?? []) : []))
        : [],
    ),
  );
  return bought[0] ?? null;
}

/** What stands in the columns of economy classes of a table by function. */
function economyTexts({ statement }: StatementSubject): string[] {
  const columns = statement.columns.map(({ label }) => /部门(预算)?支出经济分类/.test(label));
  return statement.lines.flatMap(({ figures }) =>
    figures.flatMap(({ column, money, evidence }) => (columns[column] && !money ? [evidence.quote] : [])),
  );
}
