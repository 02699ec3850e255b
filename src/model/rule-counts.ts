import type { RuleCount } from './finding.js';

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

/** Adds what a rule answered elsewhere. */
export function addCount(total: RuleCount, count: RuleCount): void {
  for (const kind of ['pass', 'fail', 'review', 'notApplicable', 'notEvaluated'] as const)
    total[kind] += count[kind];
  for (const [reason, times] of Object.entries(count.reasons))
    total.reasons[reason] = (total.reasons[reason] ?? 0) + times;
}

/** Counts added up by rule, in the order the rules come first; none of those given is changed. */
export function addUpCounts(counts: Iterable<RuleCount>): RuleCount[] {
  const totals = new Map<string, RuleCount>();
  for (const count of counts) {
    const total = totals.get(count.rule) ?? emptyCount(count.rule);
    totals.set(count.rule, total);
    addCount(total, count);
  }
  return [...totals.values()];
}
