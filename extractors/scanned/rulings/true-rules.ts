import type { LineCandidate } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** Candidates along the rows and along the columns. */
export interface Lines {
  horizontal: LineCandidate[];
  vertical: LineCandidate[];
}

/** Lines of this length (points) are no strokes of characters, nor several that stand in a row. */
const SURELY = 100;
/** Shorter ones end at rules of the other direction: from this length on about, below it exactly (points). */
const PROBABLY = 16;
const ABOUT = 2;
const EXACTLY = 0.6;
/** A rule found may show others to be rules. */
const ROUNDS = 3;
/** As many rules that end in the same place are open there; one by itself ends where it crosses the last. */
const OPEN = 3;

/**
 * The candidates that are rules: long ones, and those that end at rules running across on both sides, as the strokes of characters do not.
 * Strokes that stand in line with a rule are cut off.
 */
export function trueRules(candidates: Lines, { pixelsPerPoint }: LineMeasures): Lines {
  const exactly = Math.max(2, EXACTLY * pixelsPerPoint);
  const about = Math.max(2, ABOUT * pixelsPerPoint);
  const isLong = (line: LineCandidate): boolean => lengthOf(line) >= SURELY * pixelsPerPoint;
  const meets = (line: LineCandidate, end: number, across: readonly LineCandidate[], near: number): boolean =>
    across.some(
      (rule) =>
        Math.abs(rule.at - end) <= near + rule.thickness / 2 &&
        line.at >= rule.from - about &&
        line.at <= rule.to + about,
    );
  const endsAtRules = (line: LineCandidate, across: readonly LineCandidate[]): boolean => {
    const near = lengthOf(line) >= PROBABLY * pixelsPerPoint ? about : exactly;
    return meets(line, line.from, across, near) && meets(line, line.to, across, near);
  };
  const found = both(candidates, (lines) => lines.filter(isLong));
  let rest = both(candidates, (lines) => lines.filter((line) => !isLong(line)));
  for (let round = 0; round < ROUNDS; round++) {
    const more = {
      horizontal: rest.horizontal.filter((line) => endsAtRules(line, found.vertical)),
      vertical: rest.vertical.filter((line) => endsAtRules(line, found.horizontal)),
    };
    found.horizontal.push(...more.horizontal);
    found.vertical.push(...more.vertical);
    rest = {
      horizontal: without(rest.horizontal, more.horizontal),
      vertical: without(rest.vertical, more.vertical),
    };
  }
  const shortest = PROBABLY * pixelsPerPoint;
  return {
    horizontal: found.horizontal.map((line) => cutToRules(line, found.horizontal, found.vertical, shortest, about)),
    vertical: found.vertical.map((line) => cutToRules(line, found.vertical, found.horizontal, shortest, about)),
  };
}

const lengthOf = ({ from, to }: LineCandidate): number => to - from;

const both = (lines: Lines, change: (lines: LineCandidate[]) => LineCandidate[]): Lines => ({
  horizontal: change(lines.horizontal),
  vertical: change(lines.vertical),
});

function without(lines: LineCandidate[], taken: readonly LineCandidate[]): LineCandidate[] {
  const gone = new Set(taken);
  return lines.filter((line) => !gone.has(line));
}

/** A rule without the short end that stands out over the last rule it crosses, unless others end there too. */
function cutToRules(
  line: LineCandidate,
  along: readonly LineCandidate[],
  across: readonly LineCandidate[],
  shortest: number,
  about: number,
): LineCandidate {
  const crossings = across
    .filter(
      ({ at, from, to }) =>
        line.at >= from - about && line.at <= to + about && at >= line.from - about && at <= line.to + about,
    )
    .map(({ at }) => at);
  if (crossings.length < 2) return line;
  const isOpen = (end: number, of: 'from' | 'to'): boolean =>
    along.filter((other) => Math.abs(other[of] - end) <= about).length >= OPEN;
  const first = Math.min(...crossings);
  const last = Math.max(...crossings);
  const cutsFrom = first - line.from > about && first - line.from < shortest && !isOpen(line.from, 'from');
  const cutsTo = line.to - last > about && line.to - last < shortest && !isOpen(line.to, 'to');
  return { ...line, from: cutsFrom ? Math.round(first) : line.from, to: cutsTo ? Math.round(last) : line.to };
}
