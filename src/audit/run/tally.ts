import type { RuleCount } from '../../model/finding.js';
import type { Silence } from '../verdicts/verdict.js';

/** A count at zero, so that a rule that met nothing is listed as well. */
export const emptyCount = (rule: string): RuleCount => ({
  rule,
  pass: 0,
  fail: 0,
  review: 0,
  notApplicable: 0,
  notEvaluated: 0,
  reasons: {},
});

/** Counts an answer that raises no finding; findings are counted by what becomes of them. */
export function countVerdict(count: RuleCount, verdict: { kind: 'pass' } | Silence): void {
  if (verdict.kind === 'pass') {
    count.pass += 1;
    return;
  }
  count[verdict.kind === 'not-applicable' ? 'notApplicable' : 'notEvaluated'] += 1;
  count.reasons[verdict.reason] = (count.reasons[verdict.reason] ?? 0) + 1;
}
