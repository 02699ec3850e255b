import type { RuleCount } from '../../model/finding.js';
import type { Silence } from '../verdicts/verdict.js';

/** Counts an answer that raises no finding; findings are counted by what becomes of them. */
export function countVerdict(count: RuleCount, verdict: { kind: 'pass' } | Silence): void {
  if (verdict.kind === 'pass') {
    count.pass += 1;
    return;
  }
  count[verdict.kind === 'not-applicable' ? 'notApplicable' : 'notEvaluated'] += 1;
  count.reasons[verdict.reason] = (count.reasons[verdict.reason] ?? 0) + 1;
}
