/** Lengths that tell rules from strokes, in pixels of one picture. */
export interface LineMeasures {
  /** Window across a line: what is dark over more than it is no line. */
  window: number;
  /** A line is darker than what is beside it by this much. */
  contrast: number;
  /** Pixels before and after that a pixel is taken together with. */
  smoothing: number;
  /** Specks of paper along a line that are no break. */
  speck: number;
  /** Dark crossings along a line: strokes that touch it, lines across it. */
  crossing: number;
  /** Shortest piece of a line. */
  piece: number;
  pixelsPerPoint: number;
}

const THICKEST = 4;
const SMOOTHING = 0.7;
const SPECK = 0.7;
const CROSSING = 8;
const PIECE = 6;

export const lineMeasures = (pixelsPerPoint: number, contrast: number): LineMeasures => ({
  window: Math.max(4, Math.round(THICKEST * pixelsPerPoint) + 2),
  contrast,
  smoothing: Math.max(1, Math.round(SMOOTHING * pixelsPerPoint)),
  speck: Math.max(1, Math.round(SPECK * pixelsPerPoint)),
  crossing: Math.round(CROSSING * pixelsPerPoint),
  piece: Math.max(6, Math.round(PIECE * pixelsPerPoint)),
  pixelsPerPoint,
});
