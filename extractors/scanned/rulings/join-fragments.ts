import type { LineFragment } from './line-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** A line of one piece or of several in a row. */
export interface JoinedLine {
  from: number;
  to: number;
  /** y of its middle. */
  at: number;
  slope: number;
  thickness: number;
  /** Share of its length that its pieces cover. */
  covered: number;
  /** From left to right. */
  pieces: LineFragment[];
}

/** Widest break (points) of a line, and its share of the pieces on both sides. */
const WIDEST_BREAK = 12;
const BREAK_SHARE = 0.25;
/** How far (points) a piece may lie beside the line. */
const ASIDE = 0.8;

/** Pieces that go on in one line over breaks. */
export function joinFragments(
  fragments: readonly LineFragment[],
  { pixelsPerPoint }: LineMeasures,
): JoinedLine[] {
  const aside = Math.max(1.5, ASIDE * pixelsPerPoint);
  const sorted = [...fragments].sort((a, b) => a.from - b.from);
  const band = Math.ceil(4 * aside);
  const ends = new Map<number, JoinedLine[]>();
  const endBand = (candidate: JoinedLine): number => Math.floor(endOf(candidate) / band);
  const candidates: JoinedLine[] = [];
  for (const fragment of sorted) {
    const start = startOf(fragment);
    const key = Math.floor(start / band);
    const near = [key - 1, key, key + 1].flatMap((k) => ends.get(k) ?? []);
    let best: JoinedLine | undefined;
    for (const candidate of near) {
      const gap = fragment.from - candidate.to;
      const widest = Math.max(
        pixelsPerPoint,
        Math.min(
          WIDEST_BREAK * pixelsPerPoint,
          BREAK_SHARE * Math.min(candidate.to - candidate.from, fragment.to - fragment.from),
        ),
      );
      const isNear =
        Math.abs(endOf(candidate) - start) <= aside && gap >= -2 * pixelsPerPoint && gap <= widest;
      if (isNear && (!best || candidate.to > best.to)) best = candidate;
    }
    if (!best) {
      best = { ...fragment, covered: 1, pieces: [fragment] };
      candidates.push(best);
    } else {
      const old = endBand(best);
      ends.set(
        old,
        (ends.get(old) ?? []).filter((other) => other !== best),
      );
      extend(best, fragment);
    }
    const at = endBand(best);
    ends.set(at, [...(ends.get(at) ?? []), best]);
  }
  return candidates;
}

const startOf = ({ at, slope, from, to }: LineFragment): number => at - (slope * (to - from)) / 2;

const endOf = ({ pieces }: JoinedLine): number => {
  const last = pieces.at(-1);
  return last ? last.at + (last.slope * (last.to - last.from)) / 2 : 0;
};

function extend(candidate: JoinedLine, fragment: LineFragment): void {
  candidate.pieces.push(fragment);
  const { pieces } = candidate;
  candidate.to = Math.max(candidate.to, fragment.to);
  let length = 0;
  let at = 0;
  let thickness = 0;
  for (const piece of pieces) {
    const own = piece.to - piece.from;
    length += own;
    at += own * piece.at;
    thickness += own * piece.thickness;
  }
  candidate.at = at / length;
  candidate.thickness = thickness / length;
  candidate.covered = Math.min(1, length / (candidate.to - candidate.from));
}
