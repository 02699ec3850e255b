import type { Line, Lines, PrintedPage, Run } from './printed-page.js';

/**
 * Text that stands together. `box` has the nearest drawn line on each side of it, null where none is drawn; the other sides are
 * those of the text.
 */
export interface PrintedCell extends Run {
  /** The text line by line; `text` has them joined. */
  lines: string[];
  box: { left: number | null; right: number | null; top: number | null; bottom: number | null };
}

/** Lines this near (points) to the text's middle do not part it. */
const SLACK = 1;
/** Without lines, text further apart than this many letters' heights belongs to two cells. */
const GAP_ACROSS = 1.2;
const GAP_DOWN = 0.9;

/** The cells of a page: runs of text within the same drawn lines; where lines are missing, text that stands close together. */
export function printedCells({ runs, lines }: Pick<PrintedPage, 'runs' | 'lines'>): PrintedCell[] {
  const boxes = new Map<string, { box: PrintedCell['box']; runs: Run[] }>();
  for (const run of runs.flatMap((each) => splitAtLines(each, lines.upright))) {
    const box = boxAround(run, lines);
    const key = [box.left, box.right, box.top, box.bottom].join();
    const known = boxes.get(key);
    if (known) known.runs.push(run);
    else boxes.set(key, { box, runs: [run] });
  }
  return [...boxes.values()].flatMap(({ box, runs }) =>
    clusters(runs, box).map((cluster) => {
      const lines = linesOf(cluster);
      return { ...around(cluster), text: lines.join(''), lines, box };
    }),
  );
}

/** pdf.js joins what stands close; a drawn line between two letters parts it again, by the letters' usual widths. */
function splitAtLines(run: Run, upright: Line[]): Run[] {
  const middle = (run.top + run.bottom) / 2;
  const cut = upright.find(
    ({ at, from, to }) => at > run.left + 2 && at < run.right - 2 && from < middle && to > middle,
  );
  if (!cut) return [run];
  const letters = [...run.text];
  const width = (letter: string): number => (letter.charCodeAt(0) < 0x2000 ? 1 : 2);
  const scale = (run.right - run.left) / letters.reduce((sum, letter) => sum + width(letter), 0);
  let right = run.left;
  const count = letters.findIndex((letter) => {
    right += width(letter) * scale;
    return right - (width(letter) * scale) / 2 > cut.at;
  });
  if (count < 1) return [run];
  const head = letters.slice(0, count).join('');
  const tail = letters.slice(count).join('');
  return [
    ...(head.trim() ? [{ ...run, text: head, right: cut.at - 1 }] : []),
    ...(tail.trim() ? splitAtLines({ ...run, text: tail, left: cut.at + 1 }, upright) : []),
  ];
}

function boxAround(run: Run, { upright, level }: Lines): PrintedCell['box'] {
  const x = (run.left + run.right) / 2;
  const y = (run.top + run.bottom) / 2;
  const beside = upright.filter(({ from, to }) => from - SLACK < y && to + SLACK > y).map(({ at }) => at);
  const across = level.filter(({ from, to }) => from - SLACK < x && to + SLACK > x).map(({ at }) => at);
  return {
    left: greatest(beside.filter((at) => at <= x)),
    right: least(beside.filter((at) => at > x)),
    top: greatest(across.filter((at) => at <= y)),
    bottom: least(across.filter((at) => at > y)),
  };
}

const greatest = (values: number[]): number | null => (values.length ? Math.max(...values) : null);
const least = (values: number[]): number | null => (values.length ? Math.min(...values) : null);

/** Runs of one box parted where a side has no line and the gap is wide. */
function clusters(runs: Run[], box: PrintedCell['box']): Run[][] {
  const across = box.left === null || box.right === null;
  const down = box.top === null || box.bottom === null;
  if (!across && !down) return [runs];
  const rows = across ? lineRows(runs).flatMap(splitAcross) : lineRows(runs);
  const found: Run[][] = [];
  for (const row of rows) {
    const mine = around(row);
    const above = found.findLast((cluster) => {
      const last = around(cluster);
      const height = mine.bottom - mine.top;
      const overlaps = last.left < mine.right && mine.left < last.right;
      return overlaps && mine.top - last.bottom < GAP_DOWN * height;
    });
    if (above) above.push(...row);
    else found.push([...row]);
  }
  return found;
}

function lineRows(runs: Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.top - b.top)) {
    const row = rows.findLast((each) => each[0] && onOneLine(each[0], run));
    if (row) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

/** Runs stand on one line when half of the lower one's height is shared: so does the 2.5 of PM₂.₅. */
const onOneLine = (a: Run, b: Run): boolean =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;

function splitAcross(row: Run[]): Run[][] {
  const parts: Run[][] = [];
  for (const run of row) {
    const last = parts.at(-1);
    const end = last?.at(-1)?.right;
    if (last && end !== undefined && run.left - end < GAP_ACROSS * (run.bottom - run.top)) last.push(run);
    else parts.push([run]);
  }
  return parts;
}

const around = (runs: Run[]): Omit<Run, 'text'> => ({
  left: Math.min(...runs.map(({ left }) => left)),
  right: Math.max(...runs.map(({ right }) => right)),
  top: Math.min(...runs.map(({ top }) => top)),
  bottom: Math.max(...runs.map(({ bottom }) => bottom)),
});

/** Lines in reading order, without any space, in plain letters (full-width forms and radicals as the letters they stand for). */
const linesOf = (runs: Run[]): string[] =>
  lineRows(runs).map((row) =>
    row
      .map(({ text }) => text)
      .join('')
      .normalize('NFKC')
      .replace(/\s+/g, ''),
  );
