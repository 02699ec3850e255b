import type { IndicatorOutcome } from '../../model/cycle.js';
import type { OutcomeSummary } from '../../model/track.js';

/** Outcomes of one kind, and how many there are. */
export type CountedOutcome = Pick<IndicatorOutcome, 'status' | 'kept' | 'selfEvaluation'> & {
  outcomes: number;
};

/** Counts outcomes up, each number out of the one it follows from. */
export function summarizeOutcomes(counts: readonly CountedOutcome[]): OutcomeSummary {
  const sum = (keeps: (each: CountedOutcome) => boolean): number =>
    counts.reduce((all, each) => (keeps(each) ? all + each.outcomes : all), 0);
  return {
    promised: sum(() => true),
    evaluated: sum(({ selfEvaluation }) => selfEvaluation === 'project'),
    reported: sum(({ kept }) => kept !== null),
    comparable: sum(({ kept }) => kept !== null && kept !== 'not-comparable'),
    kept: sum(({ kept }) => kept === 'met' || kept === 'exceeded'),
    exceeded: sum(({ kept }) => kept === 'exceeded'),
    missed: sum(({ kept }) => kept === 'missed'),
    changed: sum(({ status }) => status === 'changed'),
    dropped: sum(({ status }) => status === 'dropped'),
  };
}
