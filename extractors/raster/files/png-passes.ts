import { UnreadableError } from '../../bytes/limits.js';

/** Pixels that are stored together: every `across`th from `left` of every `down`th row from `top`. */
export interface PngPass {
  left: number;
  top: number;
  across: number;
  down: number;
  width: number;
  height: number;
}

/** Adam7 (ISO/IEC 15948, 8.2). */
const ADAM7: readonly (readonly [left: number, top: number, across: number, down: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

export function passesOf(width: number, height: number, isInterlaced: boolean): PngPass[] {
  if (!isInterlaced) return [{ left: 0, top: 0, across: 1, down: 1, width, height }];
  return ADAM7.map(([left, top, across, down]) => ({
    left,
    top,
    across,
    down,
    width: Math.ceil((width - left) / across),
    height: Math.ceil((height - top) / down),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Bytes of all rows with the byte of their filter. */
export const bytesOfPasses = (passes: readonly PngPass[], bitsPerPixel: number): number =>
  passes.reduce((sum, { width, height }) => sum + height * (1 + Math.ceil((width * bitsPerPixel) / 8)), 0);

/** Undoes the filter of each row, in place (ISO/IEC 15948, 9.2). */
export function unfilter(lines: Uint8Array, passes: readonly PngPass[], bitsPerPixel: number): void {
  const step = Math.max(1, bitsPerPixel >> 3);
  let at = 0;
  for (const { width, height } of passes) {
    const length = Math.ceil((width * bitsPerPixel) / 8);
    for (let y = 0; y < height; y++, at += length + 1) {
      unfilterRow(lines, at + 1, length, step, y > 0 ? length + 1 : 0, lines[at] ?? 0);
    }
  }
}

/** @param above how far before a byte the one above it stands; 0 in the first row */
function unfilterRow(
  lines: Uint8Array,
  from: number,
  length: number,
  step: number,
  above: number,
  filter: number,
): void {
  const [first, end] = [from + step, from + length];
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let i = first; i < end; i++) lines[i] = (lines[i] ?? 0) + (lines[i - step] ?? 0);
      return;
    case 2:
      if (above) for (let i = from; i < end; i++) lines[i] = (lines[i] ?? 0) + (lines[i - above] ?? 0);
      return;
    case 3:
      for (let i = from; i < end; i++) {
        const left = i < first ? 0 : (lines[i - step] ?? 0);
        const up = above ? (lines[i - above] ?? 0) : 0;
        lines[i] = (lines[i] ?? 0) + ((left + up) >> 1);
      }
      return;
    case 4:
      for (let i = from; i < end; i++) {
        const left = i < first ? 0 : (lines[i - step] ?? 0);
        const up = above ? (lines[i - above] ?? 0) : 0;
        const corner = above && i >= first ? (lines[i - above - step] ?? 0) : 0;
        lines[i] = (lines[i] ?? 0) + paeth(left, up, corner);
      }
      return;
    default:
      throw new UnreadableError('corrupt', 'PNG 图片的数据损坏');
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
