import type { OpenPile, Pile } from '../../model/ports/pile.js';
import type { DepartmentRule, StoreRecord, SubjectIdentity } from '../rules/rule.js';
import type { DisclosureSubject } from '../subjects/subject.js';

/** What rules over the documents of a department hold against each other: taken once for all that ask for the same. */
export class SeriesRecords {
  readonly rules: DepartmentRule[] = [];
  readonly #first: DepartmentRule;
  readonly #pile: Pile<StoreRecord<unknown>>;

  /** @param first of the rules */
  constructor(first: DepartmentRule, pile: OpenPile) {
    this.#first = first;
    this.#pile = pile(({ value }) => [first.seriesOf(value)]);
  }

  collect(disclosure: DisclosureSubject, subject: SubjectIdentity): void {
    this.#pile.add([...this.#first.collect(disclosure)].map((value) => ({ subject, value })));
  }

  /** The records of each series, in the order in which they were taken. */
  *series(): Generator<StoreRecord<unknown>[]> {
    let records: StoreRecord<unknown>[] = [];
    let current: string | null = null;
    for (const record of this.#pile) {
      const series = this.#first.seriesOf(record.value);
      if (series !== current && records.length > 0) {
        yield records;
        records = [];
      }
      current = series;
      records.push(record);
    }
    if (records.length > 0) yield records;
  }

  close(): void {
    this.#pile.close();
  }
}

/** Records of the rules among these that look at the documents of a department. */
export function seriesRecords(rules: Iterable<DepartmentRule>, pile: OpenPile): SeriesRecords[] {
  const byCollect = new Map<DepartmentRule['collect'], SeriesRecords>();
  for (const rule of rules) {
    const records = byCollect.get(rule.collect) ?? new SeriesRecords(rule, pile);
    byCollect.set(rule.collect, records);
    records.rules.push(rule);
  }
  return [...byCollect.values()];
}

/** A pile in memory, for a source that is in memory itself. */
export const heldPile: OpenPile = <T>(placeOf: (item: T) => readonly (string | number)[]): Pile<T> => {
  const items: T[] = [];
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
  const byPlace = (a: T, b: T): number => {
    const [ofA, ofB] = [placeOf(a), placeOf(b)];
    return ofA.reduce<number>((order, part, n) => order || compare(part, ofB[n] ?? 0), 0);
  };
  return {
    add: (some) => {
      for (const item of some) items.push(item);
    },
    [Symbol.iterator]: () => items.toSorted(byPlace)[Symbol.iterator](),
    close: () => void items.splice(0),
  };
};
