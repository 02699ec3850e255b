import type { CellObject } from '@e965/xlsx';
import { roundHalves } from './round-halves.js';

/** Writes a number in a number format. */
export type FormatNumber = (format: string, value: number) => string;

/** The text a cell shows, '' for one that shows nothing; the formula itself where its result was not saved. */
export function shownText(cell: CellObject, format: FormatNumber): string {
  if (hasNoResult(cell)) return `=${cell.f ?? cell.F}`;
  const text =
    digitsInFull(cell) ?? roundedText(cell, format) ?? cell.w ?? (cell.v === undefined ? '' : String(cell.v));
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u00A0', ' ');
  return lines.trim() === '' ? '' : lines.trim();
}

/** The text of a number whose last shown digit is rounded up from a half; undefined for all others. */
function roundedText({ t, v, z }: CellObject, format: FormatNumber): string | undefined {
  if (t !== 'n' || typeof v !== 'number' || typeof z !== 'string' || z === 'General') return undefined;
  const rounded = roundHalves(v, z);
  return rounded === v ? undefined : format(z, rounded);
}

/** A formula that was saved without its result, as programs write it that cannot calculate. Its value is not known, which is not 0. Behind the first cell of an array formula only its range is known. */
export const hasNoResult = ({ t, f, F }: CellObject): boolean =>
  t === 'z' && (f !== undefined || F !== undefined);

/**
 * In the format General Excel shows twelve digits and more as 1.23457E+11, or in full where the column is wide. A code or
 * an amount must not lose its digits to a column's width.
 */
function digitsInFull(cell: CellObject): string | undefined {
  if (cell.t !== 'n' || typeof cell.v !== 'number' || !Number.isSafeInteger(cell.v)) return undefined;
  return /^-?\d\.?\d*E\+\d+$/.test(cell.w ?? '') && (cell.z === undefined || cell.z === 'General')
    ? String(cell.v)
    : undefined;
}

/** The value behind the shown text, where the two differ. */
export function rawValue(cell: CellObject, text: string): string | number | boolean | undefined {
  if (cell.t !== 'n' && cell.t !== 'b') return undefined;
  if (cell.v === undefined || cell.v instanceof Date) return undefined;
  return String(cell.v) === text ? undefined : cell.v;
}
