import { strFromU8, unzipSync } from 'fflate';
import { type WriteOptions, writeXlsx } from 'hucre/xlsx';
import type { Sheet } from './sheet.js';
import { cutFrame, sheetFrame } from './sheet-frame.js';
import { sheetRows, type WrittenItems } from './sheet-rows.js';
import { type ZippedPart, zipParts } from './zip-parts.js';

const WORKBOOK = 'xl/workbook.xml';
const sheetPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/**
 * An .xlsx in pieces to be written one after the other; whatever the number of items, few of them are held at a time. The
 * library writes everything but the rows of items, which are poured into its frame.
 * @throws Error when the items of a sheet are more than a worksheet holds
 */
export const writeWorkbook = (
  properties: WriteOptions['properties'],
  sheets: readonly Sheet[],
): AsyncGenerator<Uint8Array> => zipParts(partsOf(properties, sheets));

async function* partsOf(
  properties: WriteOptions['properties'],
  sheets: readonly Sheet[],
): AsyncGenerator<ZippedPart> {
  const written = sheets.map((): WrittenItems => ({ count: 0, links: [] }));
  const frames = async (): Promise<Map<string, string>> => {
    const bytes = await writeXlsx({
      properties,
      sheets: sheets.map((each, index) => sheetFrame(each, written[index]?.count ?? 0)),
    });
    return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  };
  const empty = await frames();
  const sheetParts = sheets.map((_, index) => sheetPart(index));
  for (const [name, xml] of empty) {
    if (name !== WORKBOOK && !sheetParts.includes(name)) yield { name, pieces: [xml] };
  }
  for (const [index, each] of sheets.entries()) {
    const name = sheetPart(index);
    const framed = async (): Promise<string> => (await frames()).get(name) ?? '';
    yield { name, pieces: sheetPieces(each, written[index] as WrittenItems, empty.get(name) ?? '', framed) };
  }
  // The ranges that are printed stand here.
  yield { name: WORKBOOK, pieces: [(await frames()).get(WORKBOOK) ?? ''] };
}

/**
 * @param empty the frame of no items
 * @param framed that of those written so far
 */
async function* sheetPieces(
  sheet: Sheet,
  written: WrittenItems,
  empty: string,
  framed: () => Promise<string>,
): AsyncGenerator<string | Uint8Array> {
  const { before, styles } = cutFrame(empty, sheet.columns.length);
  yield before;
  yield* sheetRows(sheet, styles, written);
  const { after, end } = cutFrame(await framed(), sheet.columns.length);
  yield after;
  if (written.links.length > 0) yield `<hyperlinks>${written.links.join('')}</hyperlinks>`;
  yield end;
}
