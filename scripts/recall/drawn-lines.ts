import '../../extractors/pdf/without-drawing.js';
import { Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Line, Lines } from './printed-page.js';

/** What pdf.js tells of the drawing: `fnArray[i]` is the number of an operator, `argsArray[i]` its arguments. */
interface Drawing {
  fnArray: number[];
  argsArray: unknown[];
}

type Operators = Record<
  | 'save'
  | 'restore'
  | 'transform'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'constructPath'
  | 'stroke'
  | 'closeStroke'
  | 'fill'
  | 'eoFill'
  | 'fillStroke'
  | 'eoFillStroke'
  | 'closeFillStroke'
  | 'closeEOFillStroke',
  number
>;

type Point = [x: number, y: number];

/** A filled box no thicker than this (points) is a line; so is the part of a path that leans no more than this. */
const THIN = 2.5;
/** Shorter strokes are ticks and letters, not borders. */
const SHORT = 3;
/** Numbers behind each step of a path, by the number of the step: move, line, curve, close. */
const STEP_LENGTHS = [2, 2, 6, 0];

/** Upright and level lines of a page, whether stroked or painted as thin boxes; in points of the page as it is seen. */
export function drawnLines(drawing: Drawing, operators: Operators, page: number[]): Lines {
  const lines: Lines = { upright: [], level: [] };
  const stroked = new Set([operators.stroke, operators.closeStroke]);
  const filled = new Set([operators.fill, operators.eoFill]);
  const both = new Set([
    operators.fillStroke,
    operators.eoFillStroke,
    operators.closeFillStroke,
    operators.closeEOFillStroke,
  ]);
  const saved: number[][] = [];
  let matrix = page;
  for (const [index, operator] of drawing.fnArray.entries()) {
    const args = drawing.argsArray[index];
    if (operator === operators.save) saved.push(matrix);
    else if (operator === operators.restore || operator === operators.paintFormXObjectEnd)
      matrix = saved.pop() ?? page;
    else if (operator === operators.transform && isNumbers(args)) matrix = Util.transform(matrix, args);
    else if (operator === operators.paintFormXObjectBegin && Array.isArray(args)) {
      saved.push(matrix);
      if (isNumbers(args[0])) matrix = Util.transform(matrix, args[0]);
    } else if (operator === operators.constructPath && Array.isArray(args)) {
      const [paint, data] = args;
      if (!Array.isArray(data) || !isNumbers(data[0])) continue;
      for (const points of outlines(data[0], matrix)) {
        if (stroked.has(paint) || both.has(paint)) addStrokes(points, lines);
        if (filled.has(paint) || both.has(paint)) addThinBox(points, lines);
      }
    }
  }
  return { upright: joined(lines.upright), level: joined(lines.level) };
}

const isNumbers = (value: unknown): value is number[] =>
  value instanceof Float32Array || (Array.isArray(value) && value.every((each) => typeof each === 'number'));

/** The outlines of one path, each as its corners; a closed outline ends where it began. */
function outlines(data: ArrayLike<number>, matrix: number[]): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  for (let at = 0; at < data.length; ) {
    const step = data[at] ?? 0;
    const length = STEP_LENGTHS[step] ?? 0;
    const end = at + 1 + length;
    if (step === 0) {
      current = [];
      found.push(current);
    }
    if (length) current.push(moved([data[end - 2] ?? 0, data[end - 1] ?? 0], matrix));
    else if (current[0]) current.push(current[0]);
    at = end;
  }
  return found;
}

function moved([x, y]: Point, matrix: number[]): Point {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  return [a * x + c * y + e, b * x + d * y + f];
}

function addStrokes(points: Point[], lines: Lines): void {
  for (const [index, [x, y]] of points.entries()) {
    const [toX, toY] = points[index + 1] ?? [x, y];
    addLine(x, y, toX, toY, lines);
  }
}

function addThinBox(points: Point[], lines: Lines): void {
  if (points.length < 2) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  addLine(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), lines);
}

function addLine(x: number, y: number, toX: number, toY: number, lines: Lines): void {
  const [width, height] = [Math.abs(toX - x), Math.abs(toY - y)];
  if (width <= THIN && height > SHORT)
    lines.upright.push({ at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) });
  else if (height <= THIN && width > SHORT)
    lines.level.push({ at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) });
}

/** Pieces that lie on one line and touch, as one. */
function joined(lines: Line[]): Line[] {
  const sorted = lines.toSorted((a, b) => Math.round(a.at) - Math.round(b.at) || a.from - b.from);
  const result: Line[] = [];
  for (const line of sorted) {
    const last = result.at(-1);
    if (last && Math.round(last.at) === Math.round(line.at) && line.from <= last.to + 1) {
      last.to = Math.max(last.to, line.to);
    } else result.push({ ...line });
  }
  return result;
}
