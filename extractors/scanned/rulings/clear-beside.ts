import type { GrayRaster } from '../../raster/raster.js';
import type { JoinedLine } from './join-fragments.js';
import type { LineMeasures } from './line-measures.js';

/** Points beside a line where paper has to be seen. */
const BESIDE = 1;
/** What goes on from the line for so many points is a rule that meets it, not a stroke. */
const MEETING = 10;
/** More than a pixel can be paler. */
const MET = 256;
/** Where one bit has left nothing of a line. */
const PAPER = 255;

/** The line at one pixel of its length, and how much paler it is on either side. */
interface Place {
  own: number;
  both: [above: number, below: number];
}

/**
 * Share of a line, both sides taken together, beside which there is paper: strokes of characters are crossed and met by
 * others. Where rules meet it, and what is not drawn of a line of dots, does not count.
 */
export function clearBeside(picture: GrayRaster, line: JoinedLine, measures: LineMeasures): number {
  const places = besideLine(picture, line, measures);
  const sides = (measures.ragged ? places.filter(({ own }) => own <= PAPER - measures.contrast) : places).map(
    ({ both }) => both,
  );
  const seen = sides.flat().filter((paler) => paler !== MET);
  const usual = seen.sort((a, b) => a - b)[seen.length >> 1] ?? 0;
  const least = Math.max(measures.contrast / 2, measures.paler * usual);
  const isDotted = line.pieces.some(({ runs }) => runs.some(({ dotted }) => dotted));
  const drawn = isDotted ? sides.filter((both) => both.some((paler) => paler >= least)) : sides;
  const counted = drawn.flat().filter((paler) => paler !== MET);
  return counted.length === 0 ? 0 : counted.filter((paler) => paler >= least).length / counted.length;
}

/** How much paler it is on either side of each pixel of a line; `MET` where a rule meets it. */
function besideLine(
  { width, height, pixels }: GrayRaster,
  { pieces }: JoinedLine,
  { contrast, smoothing, pixelsPerPoint }: LineMeasures,
): Place[] {
  const at = (x: number, y: number): number =>
    pixels[Math.max(0, Math.min(height - 1, Math.floor(y))) * width + x] ?? 0;
  const along = (x: number, y: number): number => {
    let sum = 0;
    for (let dx = -smoothing; dx <= smoothing; dx++) sum += at(Math.max(0, Math.min(width - 1, x + dx)), y);
    return sum / (2 * smoothing + 1);
  };
  const goesOn = (x: number, y: number, step: number, palest: number): boolean => {
    for (let k = 0; k < MEETING * pixelsPerPoint; k += 2) if (at(x, y + k * step) > palest) return false;
    return true;
  };
  const places: Place[] = [];
  for (const { from, to, at: middle, slope, thickness } of pieces) {
    const away = thickness / 2 + Math.max(1.5, BESIDE * pixelsPerPoint);
    for (let x = from; x < to; x++) {
      const y = middle + slope * (x - (from + to) / 2);
      const own = Math.min(along(x, y - 1), along(x, y), along(x, y + 1));
      const paler = (side: number, step: number): number => {
        const difference = at(x, side) - own;
        if (difference < contrast && goesOn(x, side, step, own + contrast)) return MET;
        return Math.max(0, difference);
      };
      places.push({ own, both: [paler(y - away, -1), paler(y + away, 1)] });
    }
  }
  return places;
}
