import type { Glyphs } from '../page/page-content.js';

/** Share of a small glyph's height that has to lie beside a glyph of the line; else, how far their middles may differ. */
const OVERLAP = 0.5;
const LEVEL = 0.3;
/** Longest chains of small glyphs hang together left to right, then right to left; more rounds find nothing new. */
const ROUNDS = 4;
/** A glyph reaches over so many bands at most; so many edges are looked at in one place. Beyond is a drawing of letters. */
const MOST_BANDS = 64;
const MOST_EDGES = 64;

/**
 * Puts small raised or lowered glyphs (PM₂.₅, m³) into the lines they belong to, in place: the first line with a glyph
 * right beside them.
 *
 * @param usual height of most glyphs, in points
 * @returns those that stand alone
 */
export function attachSmallGlyphs(
  glyphs: Glyphs,
  small: readonly number[],
  lines: number[][],
  usual: number,
): number[] {
  const edges = edgeIndex(glyphs, usual);
  lines.forEach((line, number) => {
    for (const i of line) edges.add(i, number);
  });
  let loose = small.toSorted((a, b) => (glyphs.left[a] ?? 0) - (glyphs.left[b] ?? 0));
  for (let round = 0; round < ROUNDS; round++) {
    const rest = loose.filter((i) => {
      const number = edges.lineBeside(i);
      if (number === null) return true;
      lines[number]?.push(i);
      edges.add(i, number);
      return false;
    });
    if (rest.length === loose.length && round % 2 === 1) break;
    loose = rest.reverse();
  }
  return loose;
}

interface Edge {
  glyph: number;
  line: number;
}

/** The left and right edges of glyphs, by place. */
function edgeIndex(glyphs: Glyphs, usual: number) {
  const { left, top, right, bottom } = glyphs;
  const size = Math.max(usual, 1);
  const places = new Map<string, Edge[]>();
  const keyOf = (side: 'left' | 'right', x: number, band: number): string => `${side}${x},${band}`;
  const put = (side: 'left' | 'right', x: number, edge: Edge): void => {
    const column = Math.floor(x / size);
    const first = Math.floor((top[edge.glyph] ?? 0) / size);
    const last = Math.floor((bottom[edge.glyph] ?? 0) / size);
    for (let band = first; band <= Math.min(last, first + MOST_BANDS); band++) {
      const key = keyOf(side, column, band);
      const known = places.get(key);
      if (!known) places.set(key, [edge]);
      else if (known.length < MOST_EDGES) known.push(edge);
    }
  };
  const heightOf = (i: number): number => Math.max((bottom[i] ?? 0) - (top[i] ?? 0), 1);
  const middleOf = (i: number): number => ((top[i] ?? 0) + (bottom[i] ?? 0)) / 2;

  /** Edges of one side within a glyph's height of a position, on the bands of the glyph. */
  const near = (side: 'left' | 'right', x: number, i: number): Edge[] => {
    const own = heightOf(i);
    const found: Edge[] = [];
    const first = Math.floor((top[i] ?? 0) / size);
    const last = Math.min(Math.floor((bottom[i] ?? 0) / size), first + MOST_BANDS);
    for (let column = Math.floor((x - own) / size); column <= Math.floor((x + own) / size); column++) {
      for (let band = first; band <= last; band++) {
        for (const edge of places.get(keyOf(side, column, band)) ?? []) {
          const at = (side === 'left' ? left : right)[edge.glyph] ?? 0;
          if (Math.abs(at - x) < own) found.push(edge);
        }
      }
    }
    return found;
  };

  return {
    add(glyph: number, line: number): void {
      const edge = { glyph, line };
      put('left', left[glyph] ?? 0, edge);
      put('right', right[glyph] ?? 0, edge);
    },
    lineBeside(i: number): number | null {
      const own = heightOf(i);
      let beside = Infinity;
      let level = Infinity;
      for (const { glyph, line } of [...near('right', left[i] ?? 0, i), ...near('left', right[i] ?? 0, i)]) {
        const overlap = Math.min(bottom[glyph] ?? 0, bottom[i] ?? 0) - Math.max(top[glyph] ?? 0, top[i] ?? 0);
        if (overlap > OVERLAP * own) beside = Math.min(beside, line);
        if (Math.abs(middleOf(i) - middleOf(glyph)) < LEVEL * own) level = Math.min(level, line);
      }
      const line = Math.min(beside, beside === Infinity ? level : Infinity);
      return line === Infinity ? null : line;
    },
  };
}
