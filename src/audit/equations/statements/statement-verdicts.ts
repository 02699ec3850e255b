import { isHiddenDepartment } from '../../../model/facts/secrecy.js';
import { fenOf } from '../../figures/figure.js';
import { sumFen } from '../../figures/printed-sum.js';
import { statementSubjects, wholeStatements } from '../../subjects/statements.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import {
  fail,
  notApplicable,
  notEvaluated,
  pass,
  type Silence,
  type Verdict,
} from '../../verdicts/verdict.js';
import { describeFault } from './describe-fault.js';
import { type StatementFault, statementFaults } from './faults.js';
import type { StatementSum } from './statement-sum.js';
import { statementSums } from './sums.js';
import { withheldTables } from './withheld.js';

/** Why nothing can be said of a disclosure's statements; null where there are some that were read whole. */
export function statementObstacle(disclosure: DisclosureSubject): Silence | null {
  if (wholeStatements(disclosure).length > 0) return null;
  return statementSubjects(disclosure).length > 0
    ? notEvaluated('预算表没有读全')
    : notApplicable('没有预算表');
}

/** Faults within the statements, those of hierarchies alone or all others; one answer a statement, one finding a difference. */
export function* faultVerdicts(disclosure: DisclosureSubject, ofHierarchy: boolean): Iterable<Verdict> {
  const obstacle = statementObstacle(disclosure);
  if (obstacle) return yield obstacle;
  const byDifference = new Map<number, StatementFault[]>();
  for (const subject of wholeStatements(disclosure)) {
    const own = (sum: StatementSum) => (sum.kind === 'hierarchy') === ofHierarchy;
    if (!statementSums(subject).some(own)) {
      yield notApplicable('表中没有可以加总的行列');
      continue;
    }
    const faults = statementFaults(subject).filter((fault) => isOfHierarchy(fault) === ofHierarchy);
    const withholds = withheldTables(disclosure).some((table) => table.subject === subject);
    const open = faults.filter(
      ({ sum }) => !isHiddenFault(disclosure, sum) && !(withholds && lacksParts(sum)),
    );
    if (open.length === 0) yield pass;
    for (const fault of open) {
      const difference = Math.abs((fenOf(fault.sum.total) ?? 0) - sumFen(fault.sum.parts));
      byDifference.set(difference, [...(byDifference.get(difference) ?? []), fault]);
    }
  }
  for (const [first, ...same] of byDifference.values()) if (first) yield fail(describeFault(first, same));
}

const isOfHierarchy = ({ sum, others }: StatementFault): boolean =>
  [sum, ...others].every(({ kind }) => kind === 'hierarchy');

/** Whether the parts may lack what the law keeps from the public. */
const isHiddenFault = ({ disclosure }: DisclosureSubject, sum: StatementSum): boolean =>
  lacksParts(sum) && isHiddenDepartment(disclosure.department ?? '');

const lacksParts = ({ kind, total, parts }: StatementSum): boolean =>
  (kind === 'hierarchy' || kind === 'total') && sumFen(parts) < (fenOf(total) ?? 0);

/** The sum that lacks most of what the law may hide; null where every sum is whole. */
export function hiddenSum(disclosure: DisclosureSubject): StatementSum | null {
  const lackOf = ({ total, parts }: StatementSum): number => (fenOf(total) ?? 0) - sumFen(parts);
  const [largest] = wholeStatements(disclosure)
    .flatMap((subject) => statementSums(subject))
    .filter((sum) => !sum.isMet && (sum.isHidden || isHiddenFault(disclosure, sum)))
    .sort((a, b) => lackOf(b) - lackOf(a));
  return largest ?? null;
}
