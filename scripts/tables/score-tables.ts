import { adjacencyRelations, countOf, sharedCount } from './adjacency.js';
import { comparableTable, type TableCells } from './table-cells.js';

/** How the tables a reader found in a document stand to those expected of it. */
export interface TablesScore {
  /** Tables expected. */
  tables: number;
  /** Of these, tables found with the same texts at the same rows and columns, nothing missing and nothing more. */
  exact: number;
  /** Found tables that answer to no expected one; they are not in the precision, since suites leave tables out. */
  extra: number;
  /** Adjacency relations expected, found (in tables that answer to an expected one), and in both. */
  expected: number;
  found: number;
  shared: number;
}

interface Compared {
  cells: string;
  texts: Map<string, number>;
  relations: Map<string, number>;
}

/**
 * Scores found tables against expected ones. Each found table answers to at most one expected table and the other way round,
 * those that have most relations in common first (texts, where there are none). A table of one cell has no relations and counts
 * as exact or not alone.
 */
export function scoreTables(expected: readonly TableCells[], found: readonly TableCells[]): TablesScore {
  const wanted = expected.map(compared);
  const given = found.map(compared).filter(({ texts }) => texts.size > 0);
  const pairs = wanted
    .flatMap((want, w) =>
      given.map((have, h) => ({
        w,
        h,
        relations: sharedCount(want.relations, have.relations),
        texts: sharedCount(want.texts, have.texts),
      })),
    )
    .filter(({ relations, texts }) => relations + texts > 0)
    .sort((a, b) => b.relations - a.relations || b.texts - a.texts);
  const answers = new Map<number, { have: Compared; shared: number }>();
  const taken = new Set<number>();
  for (const { w, h, relations } of pairs) {
    const have = given[h];
    if (!have || answers.has(w) || taken.has(h)) continue;
    answers.set(w, { have, shared: relations });
    taken.add(h);
  }
  const answered = [...answers.values()];
  return {
    tables: wanted.length,
    exact: wanted.filter(({ cells }, w) => answers.get(w)?.have.cells === cells).length,
    extra: given.length - taken.size,
    expected: wanted.reduce((sum, { relations }) => sum + countOf(relations), 0),
    found: answered.reduce((sum, { have }) => sum + countOf(have.relations), 0),
    shared: answered.reduce((sum, { shared }) => sum + shared, 0),
  };
}

export const addScores = (scores: readonly TablesScore[]): TablesScore =>
  scores.reduce(
    (sum, score) => ({
      tables: sum.tables + score.tables,
      exact: sum.exact + score.exact,
      extra: sum.extra + score.extra,
      expected: sum.expected + score.expected,
      found: sum.found + score.found,
      shared: sum.shared + score.shared,
    }),
    { tables: 0, exact: 0, extra: 0, expected: 0, found: 0, shared: 0 },
  );

function compared(table: TableCells): Compared {
  const cells = comparableTable(table);
  const texts = new Map<string, number>();
  for (const { text } of cells) texts.set(text, (texts.get(text) ?? 0) + 1);
  return { cells: JSON.stringify(cells), texts, relations: adjacencyRelations(cells) };
}
