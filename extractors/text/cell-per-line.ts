import type { Line } from './lines.js';

/** A row as it is rebuilt: its cells, or a paragraph that stands outside tables. */
export type RebuiltRow = { kind: 'row'; cells: string[] } | { kind: 'paragraph'; text: string };

interface Fragment {
  cells: string[];
}

/**
 * The dialect in which a line that begins with TAB opens a cell, other lines continue it, and an empty line ends the row
 * (seen: seeds 000, 001, 002, 004). An empty paragraph inside a cell prints an empty line too, so a row can arrive in
 * pieces; `joinSplitRows` puts them together again.
 */
export function readCellPerLine(lines: readonly Line[]): RebuiltRow[] {
  const parts: (Fragment | { text: string })[] = [];
  let open: Fragment | null = null;
  let blank = true;

  lines.forEach((line, i) => {
    if (line.text.trim() === '' && !line.text.startsWith('\t')) {
      blank = true;
      return;
    }
    if (line.text.startsWith('\t')) {
      if (blank || !open || isMarkRow(line.text) || isTitleRow(line.text, lines[i + 1])) {
        open = { cells: [] };
        parts.push(open);
      }
      open.cells.push(line.text.slice(1));
    } else if (open && (!blank || continuesCell(open, parts, line.text, lines, i))) {
      const last = open.cells.length - 1;
      open.cells[last] = `${open.cells[last] ?? ''}\n${line.text}`;
    } else {
      open = null;
      parts.push({ text: line.text });
    }
    blank = false;
  });
  return joinSplitRows(parts);
}

/** Whether text after an empty line still belongs to the open cell: yes while the row is short of its neighbours. */
function continuesCell(
  open: Fragment,
  parts: readonly (Fragment | { text: string })[],
  text: string,
  lines: readonly Line[],
  index: number,
): boolean {
  if (open.cells.every((cell) => cell.trim() === '') && nextIsCell(lines, index)) return true;
  if (looksLikeHeading(text)) return false;
  const before = parts.at(-2);
  const width = before && 'cells' in before ? before.cells.length : 0;
  if (open.cells.length >= 2 && open.cells.length === width) return false;
  return open.cells.length < Math.max(2, width) || nextIsCell(lines, index);
}

/** A table title directly under the last cell of the table before: no empty line stands between. */
const isTitleRow = (text: string, next: Line | undefined): boolean =>
  (next === undefined || next.text.trim() === '') && /^\s*\d{4}年.{2,40}表\s*$/.test(text);

/** 附表3-1 begins a row wherever it stands. */
const isMarkRow = (text: string): boolean =>
  /^\s*附[表件]\s*[\d一二三四五六七八九十]*([-－—]\d+)?\s*$/.test(text);

const nextIsCell = (lines: readonly Line[], index: number): boolean =>
  lines[index + 1]?.text.startsWith('\t') ?? false;

const looksLikeHeading = (text: string): boolean =>
  /^\s*(第[一二三四五六七八九十]+[部章]|备?注[:：]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,3}[.．、]\S|附[件表])/.test(
    text,
  ) || /表\s*$/.test(text);

type Lead = 'blank' | 'ordinal' | 'text';

function leadOf(fragment: Fragment): Lead {
  const first = (fragment.cells[0] ?? '').trim();
  if (first === '') return 'blank';
  return /^(\d{1,3}|[一二三四五六七八九十]{1,3})[、.．]?$/.test(first) ? 'ordinal' : 'text';
}

/**
 * Joins two pieces of one row. Two neighbours are one row when together they are as wide as the row before or after, alone
 * neither is, the first begins as table rows do (blank under a merged label, or a running number), ends in text, and the
 * second begins in the middle of the table (with text).
 */
function joinSplitRows(parts: readonly (Fragment | { text: string })[]): RebuiltRow[] {
  const rows: RebuiltRow[] = [];
  let width = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (!part) continue;
    if (!('cells' in part)) {
      rows.push({ kind: 'paragraph', text: part.text });
      width = 0;
      continue;
    }
    const next = parts[i + 1];
    const after = parts[i + 2];
    const nextWidth = after && 'cells' in after ? after.cells.length : 0;
    const cells = [...part.cells];
    if (next && 'cells' in next && belongTogether(part, next, width, nextWidth)) {
      cells.push(...next.cells);
      i++;
    }
    rows.push({ kind: 'row', cells });
    width = cells.length;
  }
  return rows;
}

function belongTogether(first: Fragment, second: Fragment, before: number, after: number): boolean {
  const sum = first.cells.length + second.cells.length;
  const lastText = (first.cells.at(-1) ?? '').trim();
  const opening = (second.cells[0] ?? '').trim();
  return (
    (sum === before || sum === after) &&
    ![before, after].includes(first.cells.length) &&
    ![before, after].includes(second.cells.length) &&
    leadOf(first) !== 'text' &&
    leadOf(second) === 'text' &&
    lastText !== '' &&
    !/[:：]$|签字|盖章/.test(opening)
  );
}
