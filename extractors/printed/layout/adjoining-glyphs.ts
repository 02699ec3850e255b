import { GLYPH_SPACE, type Glyphs } from '../page/page-content.js';

/** Glyphs drawn one after the other with a gap (in glyph heights) up to this are one piece of text. */
const ADJACENT = 0.7;
/** Glyphs that overlap more than this are of two texts. */
const OVERLAP = 0.25;
/** Glyphs are on one line where their middles differ by less than this. */
const SAME_LINE = 0.3;
/** A gap (in glyph heights, beyond the spacing of the letters) at a border that parts two texts. */
const APART = 0.1;
/** A line this far (share of its width) inside a glyph goes through it. */
const STRADDLE = 0.25;
/** Height (points) of the bands a cell's text is looked up by. */
const BAND = 3;
/** No page is higher than this many bands. */
const MOST_BANDS = 8192;
const SEVERAL_RUNS = -1;

/**
 * A test whether a glyph goes on in the piece of text of the glyph before: on one line, without a gap, under the same clip.
 * A border between the two parts them, whatever drew them, but where one text runs over it: a glyph stands across the
 * border, or the next cell has a text of its own on the line, drawn apart.
 *
 * @param owner index of the cell each glyph is seen in
 * @param xs positions of the table's column lines
 */
export function adjoiningTest(
  glyphs: Glyphs,
  owner: Int32Array,
  xs: readonly number[],
): (i: number) => boolean {
  const { left, right, turn, clip, run } = glyphs;
  let runs: Map<number, number> | undefined;
  /** The run that last went over a border: what is drawn behind it there is another text. */
  let over = -1;

  const gapBefore = (i: number): number => (left[i] ?? 0) - (right[i - 1] ?? 0);
  const spacingOf = (i: number, height: number): number => {
    if (run[i] !== run[i - 1]) return 0;
    const near = [i - 1, i + 1].filter(
      (at) =>
        run[at] === run[i] && run[at - 1] === run[i] && isLevel(glyphs, at, height) && gapBefore(at) > 0,
    );
    return near.length === 0 ? 0 : Math.min(...near.map(gapBefore));
  };
  const standsBesideOther = (i: number): boolean => {
    runs ??= runsOfCells(glyphs, owner);
    for (const band of bandsOf(glyphs, i)) {
      if (runs.get(keyOf(owner[i] ?? -1, band)) === SEVERAL_RUNS) return true;
    }
    return false;
  };

  return (i) => {
    const before = i - 1;
    if (turn[before] !== 0 || turn[i] !== 0 || clip[before] !== clip[i]) return false;
    const height = heightOf(glyphs, before);
    const gap = gapBefore(i);
    if (gap <= -OVERLAP * height || gap >= ADJACENT * height || !isLevel(glyphs, i, height)) return false;
    if (owner[i] === owner[before]) return run[before] !== over || run[i] === over;
    if (isSpace(glyphs, before) || isSpace(glyphs, i)) return false;
    if (gap - spacingOf(i, height) > APART * height) return false;
    const isOne = run[before] === run[i];
    const goesOn = isAcross(glyphs, before, xs) || isAcross(glyphs, i, xs) || (isOne && standsBesideOther(i));
    if (goesOn && isOne) over = run[i] ?? 0;
    return goesOn;
  };
}

const heightOf = (glyphs: Glyphs, i: number): number => (glyphs.bottom[i] ?? 0) - (glyphs.top[i] ?? 0);
const middleOf = (glyphs: Glyphs, i: number): number => ((glyphs.top[i] ?? 0) + (glyphs.bottom[i] ?? 0)) / 2;
const isSpace = (glyphs: Glyphs, i: number): boolean => ((glyphs.flags[i] ?? 0) & GLYPH_SPACE) !== 0;

/** Whether a glyph is on the line of the one before. */
const isLevel = (glyphs: Glyphs, i: number, height: number): boolean =>
  Math.abs(middleOf(glyphs, i) - middleOf(glyphs, i - 1)) < SAME_LINE * height;

/** Whether a line of the grid goes through the glyph. */
function isAcross(glyphs: Glyphs, i: number, xs: readonly number[]): boolean {
  const left = glyphs.left[i] ?? 0;
  const right = glyphs.right[i] ?? 0;
  const margin = STRADDLE * (right - left);
  return xs.some((x) => x > left + margin && x < right - margin);
}

/** What drew the text of each cell, band by band: a run, or several. */
function runsOfCells(glyphs: Glyphs, owner: Int32Array): Map<number, number> {
  const runs = new Map<number, number>();
  for (let i = 0; i < glyphs.count; i++) {
    const cell = owner[i] ?? -1;
    if (cell < 0 || isSpace(glyphs, i)) continue;
    const run = glyphs.run[i] ?? 0;
    for (const band of bandsOf(glyphs, i)) {
      const key = keyOf(cell, band);
      const known = runs.get(key);
      if (known === undefined) runs.set(key, run);
      else if (known !== run) runs.set(key, SEVERAL_RUNS);
    }
  }
  return runs;
}

const keyOf = (cell: number, band: number): number => cell * MOST_BANDS + band;

/** The bands a glyph stands in, its upper and lower edge left out. */
function bandsOf(glyphs: Glyphs, i: number): number[] {
  const band = (y: number): number => Math.min(Math.max(Math.floor(y / BAND), 0), MOST_BANDS - 1);
  const first = band((glyphs.top[i] ?? 0) + 1);
  const last = band((glyphs.bottom[i] ?? 0) - 1);
  const bands = [];
  for (let at = first; at <= Math.min(last, first + 32); at++) bands.push(at);
  return bands;
}
