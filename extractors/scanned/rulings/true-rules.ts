import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** A line that may be a rule. */
export interface LineCandidate extends JoinedLine {
  /** Share of it beside which there is paper. */
  clear: number;
  /** Share of it that is about as thick as it mostly is. */
  steady: number;
}

/** Candidates along the rows and along the columns. */
export interface Lines {
  horizontal: LineCandidate[];
  vertical: LineCandidate[];
}

/** Lines of this length (points) are no strokes of characters, nor several in a row; in one piece shorter ones. */
const SURELY = 100;
const SURELY_IN_ONE = 40;
/** Strokes of characters are shorter than this, those of several lines of text in a row mostly shorter than that (points). */
const STROKE = 20;
const STROKES = 50;
/** A line with paper beside this share of it stands by itself; touched by text it has more, and is in line with others. */
const BY_ITSELF = 0.9;
const TOUCHED = 0.7;
const BESIDE_TEXT = 0.8;
/** In a picture of one bit one that is short is as thick as it mostly is over this share of it; figures one above the other are not. */
const STEADY = 0.8;
/** How far (points) the ends of a line that is touched may lie off the direction of the others. */
const ASKEW = 0.8;
/** Shorter ones end at rules of the other direction, as near as this (points). */
const EXACTLY = 0.8;
/** How near (points) rules come to each other that meet, and ends that are in line. */
const ABOUT = 2;
/** A rule found may show others to be rules. */
const ROUNDS = 3;
/** Longest end (points) of a rule beyond the last it crosses that may be a stroke. */
const STICKS_OUT = 16;
/** As many rules that end in the same place are open there; one by itself ends where it crosses the last. */
const OPEN = 3;

/**
 * The candidates that are rules: long ones, and those that end at rules running across on both sides, as the strokes of
 * characters do not. Strokes that stand in line with a rule are cut off.
 */
export function trueRules(lines: Lines, measures: LineMeasures): Lines {
  const points = measures.pixelsPerPoint;
  const found = both(lines, (all) => longRules(all, measures));
  let rest = {
    horizontal: without(lines.horizontal, found.horizontal),
    vertical: without(lines.vertical, found.vertical),
  };
  const slopes = { horizontal: usualSlope(found.horizontal), vertical: usualSlope(found.vertical) };
  for (let round = 0; round < ROUNDS; round++) {
    const more = {
      horizontal: endingAtRules(
        rest.horizontal,
        found.horizontal,
        found.vertical,
        slopes.horizontal,
        measures,
      ),
      vertical: endingAtRules(rest.vertical, found.vertical, found.horizontal, slopes.vertical, measures),
    };
    found.horizontal.push(...more.horizontal);
    found.vertical.push(...more.vertical);
    rest = {
      horizontal: without(rest.horizontal, more.horizontal),
      vertical: without(rest.vertical, more.vertical),
    };
  }
  return {
    horizontal: found.horizontal.map((line) => cutToRules(line, found.horizontal, found.vertical, points)),
    vertical: found.vertical.map((line) => cutToRules(line, found.vertical, found.horizontal, points)),
  };
}

const lengthOf = ({ from, to }: { from: number; to: number }): number => to - from;

const both = (lines: Lines, change: (lines: LineCandidate[]) => LineCandidate[]): Lines => ({
  horizontal: change(lines.horizontal),
  vertical: change(lines.vertical),
});

function without(lines: LineCandidate[], taken: readonly LineCandidate[]): LineCandidate[] {
  const gone = new Set(taken);
  return lines.filter((line) => !gone.has(line));
}

const isInOne = ({ pieces }: LineCandidate, points: number): boolean =>
  pieces.some((piece) => lengthOf(piece) >= SURELY_IN_ONE * points);

/** Where text stands close to the specks one bit leaves of a long one, its steadiness tells. */
const longRules = (
  lines: readonly LineCandidate[],
  { pixelsPerPoint: points, ragged }: LineMeasures,
): LineCandidate[] =>
  lines.filter((line) => {
    const isLong = lengthOf(line) >= SURELY * points;
    return line.clear >= BY_ITSELF
      ? isLong || isInOne(line, points)
      : ragged && isLong && line.clear >= BESIDE_TEXT && line.steady >= STEADY;
  });

const isDotted = ({ pieces }: LineCandidate): boolean =>
  pieces.some(({ runs }) => runs.some(({ dotted }) => dotted));

/** The slope of lines, the long ones weighing more. */
function usualSlope(lines: readonly LineCandidate[]): number {
  const sorted = lines.flatMap(({ pieces }) => pieces).sort((a, b) => a.slope - b.slope);
  const whole = sorted.reduce((sum, piece) => sum + lengthOf(piece), 0);
  let sum = 0;
  for (const piece of sorted) {
    sum += lengthOf(piece);
    if (2 * sum >= whole) return piece.slope;
  }
  return 0;
}

const isParallel = ({ pieces }: LineCandidate, slope: number, points: number): boolean =>
  pieces.every((piece) => Math.abs(piece.slope - slope) * lengthOf(piece) <= ASKEW * points);

/** How clear a line is that ends at rules: the longer it is in one piece, the less its clearness has to tell. */
function clearFor({ pieces }: LineCandidate, points: number): number {
  const longest = Math.max(...pieces.map(lengthOf)) / points;
  const share = Math.max(0, Math.min(1, (longest - STROKE) / (STROKES - STROKE)));
  return BY_ITSELF + share * (TOUCHED - BY_ITSELF);
}

/**
 * Lines that end at rules on both sides and are clear of text, or long, or in line with a rule; in a picture of one bit strokes fill
 * low rows from rule to rule, so that short ones are in line with others.
 */
function endingAtRules(
  lines: readonly LineCandidate[],
  along: readonly LineCandidate[],
  across: readonly LineCandidate[],
  slope: number,
  { pixelsPerPoint: points, ragged }: LineMeasures,
): LineCandidate[] {
  const exactly = Math.max(2, EXACTLY * points);
  const about = Math.max(2, ABOUT * points);
  const meets = (line: LineCandidate, end: number): boolean =>
    across.some(
      (rule) =>
        Math.abs(rule.at - end) <= exactly + rule.thickness / 2 &&
        line.at >= rule.from - about &&
        line.at <= rule.to + about,
    );
  const goesOn = (line: LineCandidate): boolean =>
    along.some(
      (rule) =>
        Math.abs(rule.at + slope * ((line.from + line.to - rule.from - rule.to) / 2) - line.at) <= exactly,
    );
  const isOfFigures = (line: LineCandidate): boolean =>
    ragged && lengthOf(line) < STROKES * points && line.steady < STEADY && !isDotted(line);
  return lines.filter(
    (line) =>
      !isOfFigures(line) &&
      meets(line, line.from) &&
      meets(line, line.to) &&
      isParallel(line, slope, points) &&
      (goesOn(line)
        ? line.clear >= TOUCHED
        : line.clear >= clearFor(line, points) && !(ragged && lengthOf(line) < STROKE * points)),
  );
}

/** A rule without the short end that stands out over the last rule it crosses, unless others end there too. */
function cutToRules(
  line: LineCandidate,
  along: readonly LineCandidate[],
  across: readonly LineCandidate[],
  points: number,
): LineCandidate {
  const about = Math.max(2, ABOUT * points);
  const crossings = across
    .filter(
      ({ at, from, to }) =>
        line.at >= from - about && line.at <= to + about && at >= line.from - about && at <= line.to + about,
    )
    .map(({ at }) => at);
  if (crossings.length < 2) return line;
  const isOpen = (end: number, of: 'from' | 'to'): boolean =>
    along.filter((other) => Math.abs(other[of] - end) <= about).length >= OPEN;
  const isEnd = (length: number): boolean => length > about && length < STICKS_OUT * points;
  const first = Math.min(...crossings);
  const last = Math.max(...crossings);
  const cutsFrom = isEnd(first - line.from) && !isOpen(line.from, 'from');
  const cutsTo = isEnd(line.to - last) && !isOpen(line.to, 'to');
  return { ...line, from: cutsFrom ? Math.round(first) : line.from, to: cutsTo ? Math.round(last) : line.to };
}
