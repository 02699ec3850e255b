import type { CellObject, CFB as CompoundFile, WorkBook, WorkSheet } from '@e965/xlsx';
import { LimitError, UnreadableError } from '../bytes/limits.js';
import { openOle } from '../bytes/ole-file.js';
import { sniff } from '../bytes/sniff.js';
import { declareInBiff } from './declare-in-biff.js';
import { decryptBiff } from './decrypt-biff.js';
import type { SheetCell } from './sheet-cell.js';
import type { HiddenAxes, ShowCell, StoredSheet, Workbook } from './stored-sheet.js';
import { workbookDamage } from './workbook-damage.js';

const PROTECTED = '工作簿有打开密码';

/** Cells by row and column, without a second text of each as HTML: those of a large sheet fill the memory. */
const OPTIONS = {
  type: 'array',
  dense: true,
  cellStyles: true,
  cellNF: true,
  sheetStubs: true,
  cellHTML: false,
  dateNF: 'yyyy/m/d',
} as const;

/**
 * A workbook as SheetJS reads it: the older formats, .xlsb, OpenDocument and XML of 2003.
 *
 * @throws UnreadableError
 */
export async function libraryWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const book = await openWorkbook(bytes);
  return {
    title: book.Props?.Title,
    author: book.Props?.Author,
    is1904: book.Workbook?.WBProps?.date1904 === true,
    *sheets(show) {
      for (const [i, name] of book.SheetNames.entries()) {
        const sheet = book.Sheets[name];
        if (sheet) yield sheetOf(sheet, name, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, show);
      }
    },
  };
}

async function openWorkbook(bytes: Uint8Array): Promise<WorkBook> {
  const library = await import('@e965/xlsx');
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    const streams = sniff(bytes) === 'ole' ? workbookStreams(bytes) : undefined;
    return streams
      ? library.parse_xlscfb(compoundFile(streams, library.CFB), { ...OPTIONS })
      : library.read(bytes, OPTIONS);
  } catch (error) {
    if (error instanceof LimitError || error instanceof UnreadableError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw new UnreadableError('encrypted', PROTECTED);
    throw new UnreadableError('corrupt', workbookDamage(bytes));
  }
}

/** Streams of the properties of a document ([MS-OLEPS] 3.1). */
const PROPERTIES = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation'];

/**
 * The streams of an .xls that the library needs, as it reads them right: without the encryption of the built-in password, and
 * with the formats declared that it does not know. Undefined where there is no workbook.
 *
 * @throws UnreadableError `encrypted` when it has a password of its own
 */
function workbookStreams(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  const ole = openOle(bytes);
  const stream = ole.stream('Workbook') ?? ole.stream('Book');
  if (!stream) return undefined;
  const plain = decryptBiff(stream);
  if (!plain) throw new UnreadableError('encrypted', PROTECTED);
  const properties = PROPERTIES.flatMap((name) => {
    const found = ole.stream(name);
    return found ? [[name, found] as const] : [];
  });
  return new Map([['Workbook', declareInBiff(plain)], ...properties]);
}

/** Without the embedded files, which the library would unpack with the rest. */
function compoundFile(streams: ReadonlyMap<string, Uint8Array>, CFB: typeof CompoundFile): unknown {
  const file = CFB.utils.cfb_new({ root: 'R' });
  for (const [name, stream] of streams) {
    const content = Buffer.from(stream);
    CFB.utils.prep_blob(content, 0);
    CFB.utils.cfb_add(file, `/${name}`, content);
  }
  return file;
}

const sheetOf = (sheet: WorkSheet, name: string, isHidden: boolean, show: ShowCell): StoredSheet => ({
  name,
  isHidden,
  cells: cellsOf(sheet, show),
  merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  hides: hiddenAxes(sheet),
  diagnostics: [],
});

/** By the mark `hidden`, and by a height or width of nothing. */
function hiddenAxes(sheet: WorkSheet): HiddenAxes {
  const rows = sheet['!rows'] ?? [];
  const columns = sheet['!cols'] ?? [];
  return {
    row: (number) => rows[number]?.hidden === true || rows[number]?.hpt === 0,
    column: (number) => columns[number]?.hidden === true || columns[number]?.width === 0,
  };
}

/** The sheet gives its cells up as they are read, so that they are not held twice. */
function cellsOf(sheet: WorkSheet, show: ShowCell): SheetCell[] {
  const shown: SheetCell[] = [];
  const rows: (CellObject[] | undefined)[] = sheet['!data'] ?? [];
  for (const row of numbersOf(rows)) {
    const cells = rows[row] ?? [];
    for (const column of numbersOf(cells)) {
      const stored = cells[column];
      const cell = stored && show(row, column, stored);
      if (cell) shown.push(cell);
    }
    rows[row] = undefined;
  }
  return shown;
}

/** The places of a list that are filled, ascending; there may be a million that are not. */
const numbersOf = (list: readonly unknown[]): number[] => Object.keys(list).map(Number);
