import type { GrayRaster } from '../../raster/raster.js';
import type { CleanPicture } from '../clean/clean-picture.js';
import { clearBeside } from './clear-beside.js';
import { dottedRuns } from './dotted-runs.js';
import { eraseLines } from './erase-lines.js';
import { type JoinedLine, joinFragments } from './join-fragments.js';
import { lineFragments } from './line-fragments.js';
import { lineInk } from './line-ink.js';
import { type LineMeasures, lineMeasures } from './line-measures.js';
import { lineRuns } from './line-runs.js';
import { steadiness } from './steadiness.js';
import { toNextRules } from './to-next-rules.js';
import { transposed } from './transposed.js';
import { type LineCandidate, type Lines, trueRules } from './true-rules.js';

/** A straight line along an axis, in pixels; `at` is the middle of its thickness, `to` is exclusive. */
export interface PixelRule {
  horizontal: boolean;
  at: number;
  from: number;
  to: number;
  thickness: number;
}

export interface Rulings {
  rules: PixelRule[];
  /** The picture without the ink of the rules. */
  text: GrayRaster;
}

/**
 * Finds the rules drawn on a picture: solid, double, dotted and broken lines that climb a few pixels at most, told from the
 * strokes of characters by their length and by the rules they end at.
 * @param picture upright, dark ink on pale paper; left as it is. Of one bit, thin lines may be rows of specks
 */
export function findRulings(
  { gray, textSize, ragged }: Pick<CleanPicture, 'gray' | 'textSize' | 'ragged'>,
  pixelsPerPoint: number,
): Rulings {
  const measures = lineMeasures(pixelsPerPoint, ragged, textSize);
  const found = findLines(gray, measures);
  const text = { ...gray, pixels: Uint8Array.from(gray.pixels) };
  eraseLines(text, found.horizontal, found.vertical, measures);
  const turned = transposed(text);
  eraseLines(turned, found.vertical, found.horizontal, measures);
  return {
    rules: [
      ...found.horizontal.map((line) => asRule(line, true)),
      ...found.vertical.map((line) => asRule(line, false)),
    ],
    text: transposed(turned),
  };
}

function findLines(gray: GrayRaster, measures: LineMeasures): Lines {
  const turned = transposed(gray);
  const { horizontal, vertical } = trueRules(
    { horizontal: candidates(gray, measures), vertical: candidates(turned, measures) },
    measures,
  );
  if (!measures.ragged) return { horizontal, vertical };
  const whole = toNextRules(turned, vertical, horizontal, measures);
  return { horizontal: toNextRules(gray, horizontal, whole, measures), vertical: whole };
}

function candidates(gray: GrayRaster, measures: LineMeasures): LineCandidate[] {
  const ink = lineInk(gray, measures);
  const runs = [...lineRuns(gray, ink, measures), ...dottedRuns(ink, gray.width, gray.height, measures)].sort(
    (a, b) => a.y - b.y || a.from - b.from,
  );
  return joinFragments(lineFragments(runs, ink, gray.width, measures), measures).map((line) => ({
    ...line,
    clear: clearBeside(gray, line, measures),
    steady: steadiness(gray, line, measures),
  }));
}

const asRule = ({ at, from, to, thickness }: JoinedLine, horizontal: boolean): PixelRule => ({
  horizontal,
  at,
  from,
  to,
  thickness,
});
