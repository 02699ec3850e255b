import { placeKey } from '../../model/place-key.js';
import { STATEMENT_KINDS, type StatementKind } from '../../model/statement.js';
import type {
  ComparedFigure,
  ComparedStatement,
  StatementComparison,
  StatementItemRow,
  StatementRow,
  StatementRows,
} from '../../model/statement-comparison.js';
import { textOrder } from '../../model/text-order.js';
import { groupBy } from '../group-by.js';
import { comparedLines } from './compared-kinds.js';
import { type MainFigure, mainFigures, takenFrom } from './main-figures.js';
import { personsOf } from './persons-of.js';

interface Read {
  statement: StatementRow;
  figures: (MainFigure | null)[];
}

/**
 * Statements of one kind side by side, one for each disclosure: the one that tells most where it has several. The year before is
 * that of the same place, department and stage in the rows; where they lack it, what the statement itself prints for it.
 */
export function compareStatements(
  kind: StatementKind,
  { statements, items, persons, isCut }: StatementRows,
): StatementComparison {
  const itemsOf = groupBy(items, ({ statement }) => statement);
  const personsIn = groupBy(persons, ({ disclosure }) => disclosure);
  const ofKind = statements.filter((each) => each.kind === kind);
  const read = [...groupBy(ofKind, ({ disclosure }) => disclosure).values()].map((ofOne) =>
    fullest(ofOne, itemsOf),
  );
  const earlier = new Map(read.map((each) => [editionKey(each.statement, 0), each]));
  const rows = read
    .sort(({ statement: a }, { statement: b }) => order(a, b))
    .map((each): ComparedStatement => {
      const before = earlier.get(editionKey(each.statement, -1));
      const figures = each.figures.map((figure, n) => figure && comparedFigure(figure, before?.figures[n]));
      const ofDisclosure = personsOf(personsIn.get(each.statement.disclosure) ?? []);
      const total = figures[0];
      return {
        ...subjectOf(each.statement),
        figures,
        persons: ofDisclosure,
        perHeadFen: total && ofDisclosure ? Math.round(total.fen / ofDisclosure.count) : null,
      };
    });
  return {
    kind,
    title: STATEMENT_KINDS[kind],
    lines: comparedLines(kind).map(({ name, title }) => ({ name, title })),
    rows,
    places: new Set(rows.map(placeKey)).size,
    years: [...new Set(rows.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b),
    isCut,
  };
}

function fullest(
  statements: readonly StatementRow[],
  itemsOf: ReadonlyMap<number, readonly StatementItemRow[]>,
): Read {
  const read = statements.map((statement): Read => {
    const { id, kind, year, stage } = statement;
    return { statement, figures: mainFigures(kind, itemsOf.get(id) ?? [], { year, stage }) };
  });
  const told = ({ figures }: Read): number => figures.filter((figure) => figure !== null).length;
  return read.reduce((best, each) => (told(each) > told(best) ? each : best));
}

function comparedFigure(main: MainFigure, earlier: MainFigure | null | undefined): ComparedFigure {
  const { figure, before } = main;
  const { id, amountFen: fen, printed, place } = figure;
  const known = earlier
    ? { id: earlier.figure.id, fen: earlier.figure.amountFen, from: 'earlier' as const }
    : before && { id: before.id, fen: before.amountFen, from: 'printed' as const };
  return {
    id,
    fen,
    printed,
    place,
    taken: takenFrom(main),
    before: known,
    differenceFen: known && fen - known.fen,
  };
}

function subjectOf(row: StatementRow): Omit<ComparedStatement, 'figures' | 'persons' | 'perHeadFen'> {
  const { id, title, page, place, blank, rows: _, kind: __, disclosure: ___, ...subject } = row;
  return { ...subject, statement: { id, title, page, place, blank: blank === 1 } };
}

const officeOf = ({ departmentKey, department }: StatementRow): string => departmentKey ?? department ?? '';

const editionKey = (row: StatementRow, years: number): string =>
  JSON.stringify([placeKey(row), officeOf(row), row.stage, row.year === null ? null : row.year + years]);

const order = (a: StatementRow, b: StatementRow): number =>
  textOrder(a.regionCode ?? '~', b.regionCode ?? '~') ||
  textOrder(officeOf(a), officeOf(b)) ||
  (a.year ?? 0) - (b.year ?? 0) ||
  textOrder(a.stage, b.stage) ||
  a.id - b.id;
