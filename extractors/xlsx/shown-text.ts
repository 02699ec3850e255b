import { lacksSign } from './number-format/lacks-sign.js';
import type { NumberFormatter, ShownNumber } from './number-format/number-formatter.js';
import { storedDecimal } from './number-format/stored-decimal.js';
import type { StoredCell } from './stored-sheet.js';

/**
 * Dates as the system of the reader writes them, whatever the file says: these codes are how the built-in formats 14 and 22
 * come out of it (ECMA-376 part 1, 18.8.30).
 */
const SYSTEM_DATES: Record<string, string> = { 'm/d/yy': 'yyyy/m/d', 'm/d/yy h:mm': 'yyyy/m/d h:mm' };

/**
 * What a cell shows, '' for one that shows nothing; the formula itself where its result was not saved.
 *
 * @param format shows numbers; undefined where the file holds what is shown (ods)
 */
export function shownText(cell: StoredCell, format: NumberFormatter | undefined): ShownNumber {
  if (hasNoResult(cell)) return { text: `=${cell.f ?? cell.F}` };
  const shown = format ? shownNumber(cell, format) : numberAsSaved(cell);
  const text = shown?.text ?? cell.w ?? (cell.v === undefined ? '' : String(cell.v));
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').trim();
  return { ...shown, text: lines };
}

function shownNumber({ t, v, w, z }: StoredCell, format: NumberFormatter): ShownNumber | undefined {
  if (t !== 'n' || typeof v !== 'number' || !Number.isFinite(v)) return undefined;
  const code = z === undefined ? undefined : String(z);
  if (code === undefined && w !== undefined) return undefined;
  const shown = format(SYSTEM_DATES[code ?? ''] ?? code ?? 'General', v);
  // What cannot be shown as a date is ##### in Excel: here it is the number.
  return shown ?? (w ? undefined : format('General', v));
}

/** A figure of nothing may be one that was scaled; a percentage is another figure. */
function numberAsSaved({ t, v, w }: StoredCell): ShownNumber | undefined {
  if (t !== 'n' || typeof v !== 'number' || !Number.isFinite(v) || w === undefined) return undefined;
  const exact = storedDecimal(v).toFixed();
  const isSame = w.replaceAll(',', '').includes(exact.replace('-', '')) && !(v < 0 && lacksSign(w));
  const isOther = w.includes('%') || !/[1-9]/.test(w) || isSame;
  return isOther ? undefined : { text: w, exact };
}

/** A formula that was saved without its result, as programs write it that cannot calculate. Its value is not known, which is not 0. Behind the first cell of an array formula only its range is known. */
export const hasNoResult = ({ t, f, F }: StoredCell): boolean =>
  t === 'z' && (f !== undefined || F !== undefined);

/** The value behind the shown text, where the two differ. */
export function rawValue(cell: StoredCell, text: string): string | number | boolean | undefined {
  if (cell.t !== 'n' && cell.t !== 'b') return undefined;
  if (cell.v === undefined || cell.v instanceof Date) return undefined;
  return String(cell.v) === text ? undefined : cell.v;
}
