import type { ViewFilter } from '../../model/filters.js';
import type { SqlValue } from '../../model/sql-value.js';
import { orderTerm, placeOrder } from '../conditions/order-terms.js';
import { chosenCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { CURRENT, decidedBy, isCurrent } from './counted-rows.js';
import type { Question } from './question.js';
import { unitsOf } from './units.js';

/** Units whose rows may be mixed with each other in the order, and with no others. */
export interface Stretch {
  units: SqlValue[];
  /** Of the first of them, what all its rows have in the columns told of. */
  told: SqlValue[];
  /** Number of their rows. */
  rows: number;
}

/** Units in the order of a list, as far as they are asked for. */
export interface OrderedUnits {
  /** Columns of the view told of units: those wanted in which all rows of a unit have the same. */
  told: readonly string[];
  stretches: Iterable<Stretch>;
  /** The rows of the view (alias `v`) that lie in units and are kept. */
  among(units: readonly SqlValue[]): Condition;
}

/** Units asked for at first: most pages need no more, and a server that is asked for all of them finds all before it gives one. */
const FIRST = 300;

const EVERY_UNIT: Condition = { sql: 'TRUE', params: [] };

/** Two units that are alike in this and in what is sorted by may have their rows mixed. */
const POSITION = ['region_code', 'year', 'department_key', 'document_id'];

/**
 * The units that a filter keeps, in the order wanted; null where filter or sort look at more than units know.
 * @param where which of them, by the columns every unit has; alias `v`
 * @param wanted columns of the view to be told of units, as far as they know them
 */
export function orderedUnits(
  db: Database,
  { view, filter, sort }: Pick<Question, 'view' | 'filter' | 'sort'>,
  where: Condition = EVERY_UNIT,
  wanted: readonly string[] = [],
): OrderedUnits | null {
  const units = unitsOf(view.name.replace(/^current_/, ''), filter, sort, () => rulesFound(db));
  if (!units) return null;
  const isOpen = (name: string): boolean => !units.settled.includes(name);
  const open = Object.fromEntries(Object.entries(filter).filter(([field]) => isOpen(field))) as ViewFilter;
  const terms = sort.filter(({ column }) => isOpen(column));
  const needed = [...decidedBy(open), ...terms.map(({ column }) => column)];
  if (!needed.every((column) => units.columns.includes(column))) return null;
  const condition = allOf([chosenCondition(view, open), where, ...(isCurrent(view) ? [CURRENT] : [])]);
  const position = [...terms.map(({ column }) => column), ...POSITION].map((column) => `v.${column}`);
  const told = ['document_id', ...units.columns].filter((column) => wanted.includes(column));
  const selected = [...position, ...told.map((column) => `v.${column}`)];
  const order = [...terms.map(orderTerm), ...placeOrder(), 'v.document_id'];
  function* rows(): Generator<UnitRow> {
    for (const [number, part] of (units?.parts ?? []).entries()) {
      const select = `SELECT v.unit, v.rows, ${number}, ${selected.join(', ')} FROM ${part.sql} v
         WHERE ${condition.sql} AND v.rows > 0 ORDER BY ${order.join(', ')} LIMIT ? OFFSET ?`;
      const params = [...part.params, ...condition.params];
      const first = db
        .prepare(select)
        .raw()
        .all(...params, FIRST, 0) as UnitRow[];
      yield* first;
      if (first.length < FIRST) continue;
      yield* db
        .prepare(select)
        .raw()
        .iterate(...params, -1, FIRST) as IterableIterator<UnitRow>;
    }
  }
  return {
    told,
    stretches: stretchesOf(rows(), 1 + position.length),
    among: (keys) =>
      allOf([
        { sql: db.dialect.isOneOfFew('v.id', units.members), params: [JSON.stringify(keys)] },
        units.rows,
      ]),
  };
}

const rulesFound = (db: Database): string[] =>
  db.prepare('SELECT DISTINCT rule FROM finding_count_rows ORDER BY rule').pluck().all() as string[];

type UnitRow = [unit: SqlValue, rows: number, ...positionAndTold: SqlValue[]];

function* stretchesOf(units: Iterable<UnitRow>, ofPosition: number): Generator<Stretch> {
  let alike: SqlValue[] = [];
  let stretch: Stretch | null = null;
  for (const [unit, rows, ...values] of units) {
    const position = values.slice(0, ofPosition);
    if (stretch && position.some((value, n) => value !== alike[n])) {
      yield stretch;
      stretch = null;
    }
    alike = position;
    stretch ??= { units: [], told: values.slice(ofPosition), rows: 0 };
    stretch.units.push(unit);
    stretch.rows += rows;
  }
  if (stretch) yield stretch;
}
