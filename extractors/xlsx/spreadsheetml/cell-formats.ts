import { builtInFormat } from '../number-format/built-in-formats.js';
import { parseFormat } from '../number-format/parse-format.js';
import type { FormatSection } from '../number-format/section.js';
import type { XmlScanner } from './xml-scanner.js';

export interface CellFormat {
  code: string;
  sections: FormatSection[];
}

/** Fractions and scientific notation. */
export const isOther = ({ kind }: FormatSection): boolean => kind === 'other';

const formatOf = (code: string): CellFormat => ({ code, sections: parseFormat(code) });

export const GENERAL = formatOf('General');

/** The number formats of cells by the number of their style (`s`; ECMA-376 part 1, 18.8.10 and 18.8.30). */
export function cellFormats(scanner: XmlScanner | undefined): CellFormat[] {
  const declared = new Map<number, string>();
  const used: number[] = [];
  let isIn = '';
  while (scanner?.next()) {
    for (const list of ['numFmts', 'cellXfs'])
      if (scanner.is(list)) isIn = scanner.isEnd || scanner.isEmpty ? '' : list;
    if (scanner.isEnd) continue;
    const id = scanner.number('numFmtId') ?? 0;
    if (isIn === 'numFmts' && scanner.is('numFmt')) {
      if (id > 0) declared.set(id, scanner.attribute('formatCode') ?? '');
    } else if (isIn === 'cellXfs' && scanner.is('xf')) {
      used.push(id);
    }
  }
  const formats = new Map<number, CellFormat>();
  return used.map((id) => {
    const format = formats.get(id) ?? formatOf(declared.get(id) ?? builtInFormat(id));
    formats.set(id, format);
    return format;
  });
}
