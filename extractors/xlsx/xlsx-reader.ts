import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Extraction, Grid } from '../../src/model/grid.js';
import { embeddedObjects } from '../bytes/embedded-objects.js';
import { openOle } from '../bytes/ole-file.js';
import { refuseOwnOutput } from '../bytes/own-output.js';
import { sniff } from '../bytes/sniff.js';
import { zipKind } from '../bytes/zip-kind.js';
import type { Reader } from '../reader.js';
import { withoutText } from '../tables/without-text.js';
import { drawingTexts } from './drawing-texts.js';
import { guardRepeats } from './guard-repeats.js';
import { guardSize } from './guard-size.js';
import { libraryWorkbook } from './library-workbook.js';
import { numberFormatter } from './number-format/number-formatter.js';
import { sheetGrids } from './sheet-grid.js';
import { showCell } from './show-cell.js';
import { spreadsheet } from './spreadsheetml/spreadsheet.js';
import type { Workbook } from './stored-sheet.js';

export const xlsxReader: Reader = {
  format: 'xlsx',
  title: 'Excel、WPS 表格工作簿',
  extensions: ['xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'ods'],
  keeps:
    '各工作表的单元格、合并、显示值与原始值、单元格地址，文本框（xlsx）；隐藏的工作表、行、列另列，不作数据',
  loses: '样式、图片、图表、批注、页眉页脚；公式只取保存时的结果',
  recognize: (bytes) => (spreadsheetFormat(bytes) ? 1 : 0),
  read: (bytes) => readWorkbook(bytes),
};

async function readWorkbook(bytes: Uint8Array): Promise<Extraction> {
  const kind = spreadsheetFormat(bytes);
  if (kind === 'ods') guardRepeats(bytes);
  const workbook = await openWorkbook(bytes, kind);
  refuseOwnOutput(workbook.author);
  const format = kind === 'ods' ? undefined : numberFormatter(workbook.is1904);
  const blocks: Grid[] = [];
  const objects = embeddedObjects(bytes);
  const diagnostics: Diagnostic[] = [...objects];
  for (const sheet of workbook.sheets(showCell(format))) {
    const { grids, diagnostics: ofSheet } = sheetGrids(sheet, blocks.length + 1);
    if (!sheet.isHidden) {
      blocks.push(...grids);
      diagnostics.push(...ofSheet);
    } else if (grids.length > 0) {
      blocks.push(...grids.map((grid) => ({ ...grid, hidden: true })));
      const count = grids.flatMap(({ cells }) => cells).filter(({ text }) => text !== '').length;
      const message = `隐藏的工作表“${sheet.name}”（${count} 格）不作数据读入`;
      diagnostics.push({ code: 'hidden-set-aside', message });
    }
  }
  const texts = sniff(bytes) === 'zip' ? drawingTexts(bytes) : [];
  const hasText = blocks.length > 0 || texts.length > 0;
  const title = workbook.title?.trim();
  return {
    format: kind ?? 'xlsx',
    ...(hasText ? { outcome: 'ok' } : withoutText({ objects: objects.length > 0, pictures: false })),
    ...(title ? { title } : {}),
    blocks: [...blocks, ...texts],
    diagnostics,
  };
}

async function openWorkbook(
  bytes: Uint8Array,
  kind: ReturnType<typeof spreadsheetFormat>,
): Promise<Workbook> {
  const own = kind === 'xlsx' ? await spreadsheet(bytes) : undefined;
  if (own) return own;
  if (sniff(bytes) === 'zip') guardSize(bytes);
  return await libraryWorkbook(bytes);
}

const XML_2003 = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const XML_HEAD = 4096;

/** Which kind of workbook the bytes are, undefined when they are none. */
function spreadsheetFormat(bytes: Uint8Array): 'xlsx' | 'xls' | 'ods' | 'xml' | undefined {
  switch (sniff(bytes)) {
    case 'zip': {
      const kind = zipKind(bytes);
      if (kind === 'workbook') return 'xlsx';
      return kind === 'opendocument-sheet' ? 'ods' : undefined;
    }
    case 'ole':
      return ['Workbook', 'Book'].some((name) => openOle(bytes).stream(name)) ? 'xls' : undefined;
    case 'biff':
      return 'xls';
    case 'text':
      return XML_2003.test(new TextDecoder().decode(bytes.subarray(0, XML_HEAD))) ? 'xml' : undefined;
    default:
      return undefined;
  }
}
