import type { Segment } from './column-bands.js';

/** A form has so many rows. */
const LEAST_ROWS = 4;
/** Nearer to a row than this (in distances of rows), a text of its own line belongs to it or to several rows. */
const BETWEEN_ROWS = 0.8;

/** A text and the columns it stands in, end exclusive. */
export interface Placed extends Segment {
  column: number;
  columnEnd: number;
  y: number;
  size: number;
}

export const isSpanning = ({ column, columnEnd }: Placed): boolean => columnEnd - column > 1;

export interface FormRows {
  /** Middles of the rows on the page, and their usual distance. */
  heights: number[];
  pitch: number;
  /** The column most rows fill: what stands left of it may be for several rows. */
  dense: number;
  /** The texts of each row. */
  own: Placed[][];
  /** Texts that stand between rows. */
  between: Placed[];
}

/** The rows are the lines that fill the column most lines fill, and what stands well apart from these. */
export function formRows(lines: readonly Placed[][], columns: number): FormRows | null {
  const counts = new Array<number>(columns).fill(0);
  for (const text of lines.flat())
    if (!isSpanning(text)) counts[text.column] = (counts[text.column] ?? 0) + 1;
  const dense = counts.lastIndexOf(Math.max(...counts));
  const fills = (line: readonly Placed[]): boolean =>
    line.some(({ column, columnEnd }) => column <= dense && columnEnd > dense);
  const yOf = (line: readonly Placed[]): number => line[0]?.y ?? 0;
  const sure = lines.filter(fills).map(yOf);
  const distances = sure.slice(1).map((y, i) => y - (sure[i] ?? 0));
  const pitch = distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
  if (sure.length < LEAST_ROWS || pitch <= 0) return null;

  const rows: FormRows = { heights: [], pitch, dense, own: [], between: [] };
  let next = 0;
  for (const line of lines) {
    const y = yOf(line);
    while (next < sure.length && (sure[next] ?? 0) < y) next++;
    const nearest = Math.min(y - (sure[next - 1] ?? -Infinity), (sure[next] ?? Infinity) - y);
    if (!fills(line) && nearest < BETWEEN_ROWS * pitch) {
      rows.between.push(...line);
      continue;
    }
    const last = rows.heights.at(-1);
    if (last !== undefined && y - last < BETWEEN_ROWS * pitch) {
      rows.own.at(-1)?.push(...line);
      rows.heights[rows.heights.length - 1] = (last + y) / 2;
    } else {
      rows.heights.push(y);
      rows.own.push([...line]);
    }
  }
  return rows.heights.length < LEAST_ROWS ? null : rows;
}
