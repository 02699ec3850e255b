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
  /** Share of a run that is thin and dark at least. */
  filled: number;
  /** Paler beside a line by this share of what it mostly is, it is by itself. */
  paler: number;
  /** Share of the darkness around it that a pixel of a line has by itself: smoothing fills the gaps between strokes. */
  own: number;
  /** Paler rows around a line, made by drawing it between pixels or by blur. */
  halo: number;
  pixelsPerPoint: number;
  /** Whether thin lines are rows of specks: the picture had one bit. */
  ragged: boolean;
}

/** No rule is thicker (points), nor, where small text is a band of ink, than this part of the height of its characters. */
const THICKEST = 4;
const OF_TEXT = 0.6;
const CROSSING = 8;
const PIECE = 6;
/** Least darkness of a line against what is beside it, points it is smoothed over and may be broken over, as in `LineMeasures`. */
const EVEN = { contrast: 24, smoothing: 0.7, speck: 0.7, filled: 0.5, paler: 0.5, own: 0.4, halo: 2 };
/** In a picture of one bit thin lines are rows of specks. */
const RAGGED = { contrast: 12, smoothing: 1.2, speck: 1.2, filled: 0.6, paler: 0.25, own: 0.25, halo: 3 };

/** @param textSize height of the characters in pixels; null where none were found */
export function lineMeasures(pixelsPerPoint: number, ragged: boolean, textSize: number | null): LineMeasures {
  const { smoothing, speck, ...shares } = ragged ? RAGGED : EVEN;
  const thickest = Math.min(
    THICKEST * pixelsPerPoint,
    ragged && textSize !== null ? OF_TEXT * textSize : Number.POSITIVE_INFINITY,
  );
  return {
    ...shares,
    window: Math.max(4, Math.round(thickest) + 2),
    smoothing: Math.max(1, Math.round(smoothing * pixelsPerPoint)),
    speck: Math.max(1, Math.round(speck * pixelsPerPoint)),
    crossing: Math.round(CROSSING * pixelsPerPoint),
    piece: Math.max(6, Math.round(PIECE * pixelsPerPoint)),
    pixelsPerPoint,
    ragged,
  };
}
