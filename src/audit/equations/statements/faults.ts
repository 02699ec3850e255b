import { type Figure, fenOf } from '../../figures/figure.js';
import { isPrintedSum, sumFen } from '../../figures/printed-sum.js';
import { oncePer } from '../../subjects/once-per.js';
import type { StatementSubject } from '../../subjects/statements.js';
import type { StatementSum, SumKind } from './statement-sum.js';
import { statementSums } from './sums.js';

/** Sums of a statement that fail together: one figure explains them all, or there is one only. */
export interface StatementFault {
  subject: StatementSubject;
  /** The sum to be shown. */
  sum: StatementSum;
  /** Further sums that fail for the same figure. */
  others: StatementSum[];
  /** The figure that would make all of them meet. */
  culprit: Figure | null;
}

const ORDER: SumKind[] = ['row', 'total', 'sides', 'hierarchy'];

/** What does not add up in a statement, one entry a figure. Classes the law keeps from the public are no fault. */
export const statementFaults = oncePer((subject: StatementSubject): StatementFault[] => {
  const sums = statementSums(subject);
  const met = sums.filter(({ isMet }) => isMet);
  let failing = sums.filter(({ isMet, isHidden }) => !isMet && !isHidden);
  const faults: StatementFault[] = [];
  while (failing.length > 0) {
    const culprit = culpritOf(failing, met);
    const own = culprit ? failing.filter((sum) => involves(sum, culprit)) : failing.slice(0, 1);
    const [sum, ...others] = [...own].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    if (sum) faults.push({ subject, sum, others, culprit });
    failing = failing.filter((each) => !own.includes(each));
  }
  return faults;
});

const involves = ({ total, parts }: StatementSum, figure: Figure): boolean =>
  total === figure || parts.includes(figure);

/** The figure that most failing sums share and one other value of which would mend; null where none is in two. */
function culpritOf(failing: StatementSum[], met: StatementSum[]): Figure | null {
  const figures = new Set(failing.flatMap(({ total, parts }) => [total, ...parts]));
  let best: { figure: Figure; count: number; against: number } | null = null;
  for (const figure of figures) {
    const own = failing.filter((sum) => involves(sum, figure));
    const [first] = own;
    if (!first || own.length < 2) continue;
    const needed = neededFor(first, figure);
    if (!own.every((sum) => meetsWith(sum, figure, needed))) continue;
    const against = met.filter((sum) => involves(sum, figure)).length;
    const isBetter =
      !best || own.length > best.count || (own.length === best.count && against < best.against);
    if (isBetter) best = { figure, count: own.length, against };
  }
  return best?.figure ?? null;
}

/** What the figure would have to be, in fen. */
function neededFor({ total, parts }: StatementSum, figure: Figure): number {
  if (figure === total) return sumFen(parts);
  return (fenOf(total) ?? 0) - sumFen(parts.filter((part) => part !== figure));
}

function meetsWith({ total, parts }: StatementSum, figure: Figure, fen: number): boolean {
  const changed: Figure = { ...figure, money: { ...figure.money, state: 'amount', fen } };
  const swap = (each: Figure) => (each === figure ? changed : each);
  return isPrintedSum(swap(total), parts.map(swap)) === true;
}
