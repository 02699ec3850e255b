import { listed } from '../subjects/indicators.js';
import { type FindingDraft, review, type Verdict } from '../verdicts/verdict.js';

/** So many differences that rounding explains are told one by one; of more there is one finding with their number. */
const MOST_ALONE = 3;

/**
 * Verdicts of one rule on one disclosure with many differences of rounding gathered into one: hundreds of sums that are out by
 * a hundredth say one thing. Its place is among the verdicts where the first stood; its evidence are the totals.
 */
export function gatherRoundings(verdicts: readonly Verdict[]): readonly Verdict[] {
  const roundings = verdicts.flatMap((verdict) => (isRounding(verdict) ? [verdict.finding] : []));
  const [first] = roundings;
  if (!first || roundings.length <= MOST_ALONE) return verdicts;
  const others = verdicts.filter((verdict) => !isRounding(verdict));
  return [...others, review(gathered(first, roundings))];
}

const isRounding = (verdict: Verdict): verdict is Extract<Verdict, { finding: FindingDraft }> =>
  'finding' in verdict && verdict.finding.message === 'rounding';

function gathered(first: FindingDraft, roundings: readonly FindingDraft[]): FindingDraft {
  const most = roundings.reduce((a, b) => (stake(b) > stake(a) ? b : a), first);
  return {
    field: 'roundings',
    project: null,
    message: 'roundings',
    severity: 'note',
    parameters: {
      count: String(roundings.length),
      difference: most.parameters.difference ?? '',
      cases: listed(
        roundings.map(
          ({ project, parameters: { label, reported, computed } }) =>
            `${project ? `${project.name}：` : ''}“${label}”印为${reported}，相加为${computed}`,
        ),
        '；',
      ),
    },
    differenceFen: most.differenceFen,
    totalFen: most.totalFen,
    toleranceFen: most.toleranceFen,
    operands: roundings.flatMap(({ operands: [total] }) => total ?? []),
    doubts: roundings.flatMap(({ doubts = [] }) => doubts),
  };
}

const stake = ({ differenceFen = 0 }: FindingDraft): number => Math.abs(differenceFen);
