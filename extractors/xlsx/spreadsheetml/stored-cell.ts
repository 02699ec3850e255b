import { formatText } from '../number-format/format-text.js';
import type { StoredCell } from '../stored-sheet.js';
import { type CellFormat, GENERAL, isOther } from './cell-formats.js';
import { dateSerial } from './date-serial.js';

/** A cell as its XML has it. */
export interface CellContent {
  type: string | undefined;
  style: number | undefined;
  value?: string;
  inline?: string;
  /** Where there is no value. */
  formula?: Pick<StoredCell, 'f' | 'F'> | undefined;
}

/** What the values of cells mean. */
export interface CellValues {
  strings: readonly string[];
  /** By style. */
  formats: readonly CellFormat[];
  is1904: boolean;
  /** Shows numbers as fractions and in scientific notation; undefined where no format asks for it. */
  showOther: ((code: string, value: number) => string) | undefined;
}

/** A cell by its type (`ST_CellType`, ECMA-376 part 1, 18.18.11); undefined for one that holds nothing. */
export function storedCell(content: CellContent, values: CellValues): StoredCell | undefined {
  const { type, value = '', inline } = content;
  const format = values.formats[content.style ?? -1] ?? GENERAL;
  const text = (shown: string): StoredCell => ({ t: 's', w: formatText(format.sections, shown) });
  switch (type) {
    case 'inlineStr':
      return text(inline ?? value);
    case 'str':
      return text(value);
    case 'e':
      return { t: 'e', w: value };
    case undefined:
    case 'n':
    case 's':
    case 'b':
    case 'd':
      break;
    default:
      return text(value);
  }
  if (value === '') return content.formula && { t: 'z', ...content.formula };
  switch (type) {
    case 's':
      return text(sharedString(value, values) ?? '');
    case 'b': {
      const isTrue = value === '1' || value === 'true';
      return { t: 'b', v: isTrue, w: formatText(format.sections, isTrue ? 'TRUE' : 'FALSE') };
    }
    case 'd': {
      const serial = dateSerial(value, values.is1904);
      return serial === undefined ? text(value) : numberCell(serial, format, values);
    }
    default: {
      const number = Number.parseFloat(value);
      return Number.isFinite(number) ? numberCell(number, format, values) : text(value);
    }
  }
}

const sharedString = (value: string, { strings }: CellValues): string | undefined =>
  strings[Number.parseInt(value, 10)];

/** Whether a cell refers to a shared text that is not in the file. */
export const lacksText = ({ type, value }: CellContent, values: CellValues): boolean =>
  type === 's' && Boolean(value) && sharedString(value ?? '', values) === undefined;

function numberCell(number: number, format: CellFormat, { showOther }: CellValues): StoredCell {
  const cell: StoredCell = { t: 'n', v: number, z: format.code };
  if (showOther && format.sections.some(isOther)) cell.w = showOther(format.code, number);
  return cell;
}
