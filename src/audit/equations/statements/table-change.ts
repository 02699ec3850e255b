import type { Said } from '../../../model/statement.js';
import { doRangesMeet, minus, rangeOf } from '../../figures/change-rate.js';
import type { Figure } from '../../figures/figure.js';
import { isSaidOf } from '../../figures/printed-sum.js';
import { oncePer } from '../../subjects/once-per.js';
import { wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { isOfYear } from './facts.js';
import { figuresMeant } from './said-facts.js';

/** What a statement prints of one thing for the year before and for the year. */
export interface TableChange {
  statement: string;
  before: Figure;
  now: Figure;
}

/** Where the statements print an amount of the prose with last year's beside it. */
function tableChanges(said: Said, money: Figure, disclosure: DisclosureSubject): TableChange[] {
  const pairs = pairsByFigure(disclosure);
  return pairs.size === 0
    ? []
    : figuresMeant(said, disclosure).flatMap((figure) => {
        const pair = isSaidOf(money, figure) ? pairs.get(figure) : undefined;
        return pair ? [pair] : [];
      });
}

/** The statement that prints the difference a sentence states the other way round; null where none does, or one does not. */
export function opposedTable(
  said: Said,
  money: Figure,
  change: Figure,
  disclosure: DisclosureSubject,
): TableChange | null {
  const tables = tableChanges(said, money, disclosure);
  const printed = rangeOf(change);
  const isOpposed = tables.every(({ before, now }) => {
    const [old, own] = [rangeOf(before), rangeOf(now)];
    if (!old || !own || !printed) return false;
    const difference = said.change?.direction === 'up' ? minus(old, own) : minus(own, old);
    return difference.low.gt(0) && doRangesMeet(difference, printed);
  });
  return isOpposed ? (tables[0] ?? null) : null;
}

/** A label without its upmost header, which names the year. */
const withoutYear = (label: string): string => label.split('/').slice(1).join('/').replace(/\s+/g, '');

const pairsByFigure = oncePer((disclosure: DisclosureSubject): Map<Figure, TableChange> => {
  const pairs = new Map<Figure, TableChange>();
  for (const { statement, figures, name } of wholeStatements(disclosure)) {
    const { columns } = statement;
    const last = columns.flatMap(({ kind }, index) => (kind === 'last-year' ? [index] : []));
    for (const column of last) {
      const isAlike = (index: number): boolean =>
        columns[index]?.half === columns[column]?.half &&
        withoutYear(columns[index]?.label ?? '') === withoutYear(columns[column]?.label ?? '');
      const own = columns.flatMap((each, index) => (isOfYear(each) && isAlike(index) ? [index] : []));
      const [year, another] = own;
      if (year === undefined || another !== undefined || last.filter(isAlike).length > 1) continue;
      for (const row of figures) {
        const [before, now] = [row[column], row[year]];
        if (before && now) pairs.set(now, { statement: name, before, now });
      }
    }
  }
  return pairs;
});
