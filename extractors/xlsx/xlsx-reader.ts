import type { CFB as CompoundFile, WorkBook } from '@e965/xlsx';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Extraction, Grid } from '../../src/model/grid.js';
import { embeddedObjects } from '../bytes/embedded-objects.js';
import { LimitError, UnreadableError } from '../bytes/limits.js';
import { openOle } from '../bytes/ole-file.js';
import { refuseOwnOutput } from '../bytes/own-output.js';
import { sniff } from '../bytes/sniff.js';
import { zipKind } from '../bytes/zip-kind.js';
import type { Reader } from '../reader.js';
import { withoutText } from '../tables/without-text.js';
import { declareInBiff } from './declare-in-biff.js';
import { declareInStyles } from './declare-in-styles.js';
import { decryptBiff } from './decrypt-biff.js';
import { drawingTexts } from './drawing-texts.js';
import { guardRepeats } from './guard-repeats.js';
import { guardSize } from './guard-size.js';
import { numberFormatter } from './number-format/number-formatter.js';
import { sheetGrids } from './sheet-grid.js';
import { TextBudget } from './text-budget.js';
import { workbookDamage } from './workbook-damage.js';

const PROTECTED = '工作簿有打开密码，请取消密码后另存再导入';

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
  if (sniff(bytes) === 'zip') guardSize(bytes);
  const kind = spreadsheetFormat(bytes);
  if (kind === 'ods') guardRepeats(bytes);
  const workbook = await openWorkbook(bytes);
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const format = kind === 'ods' ? undefined : numberFormatter(is1904);
  refuseOwnOutput(workbook.Props?.Author);
  const blocks: Grid[] = [];
  const objects = embeddedObjects(bytes);
  const diagnostics: Diagnostic[] = [...objects];
  const budget = new TextBudget();
  workbook.SheetNames.forEach((name, i) => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return;
    const { grids, diagnostics: ofSheet } = sheetGrids(sheet, name, blocks.length + 1, format, budget);
    if ((workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0) {
      blocks.push(...grids);
      diagnostics.push(...ofSheet);
    } else if (grids.length > 0) {
      blocks.push(...grids.map((grid) => ({ ...grid, hidden: true })));
      const count = grids.flatMap(({ cells }) => cells).filter(({ text }) => text !== '').length;
      const message = `隐藏的工作表“${name}”（${count} 格）不作数据读入`;
      diagnostics.push({ code: 'hidden-set-aside', message });
    }
  });
  const texts = sniff(bytes) === 'zip' ? drawingTexts(bytes) : [];
  const hasText = blocks.length > 0 || texts.length > 0;
  const title = workbook.Props?.Title?.trim();
  return {
    format: kind ?? 'xlsx',
    ...(hasText ? { outcome: 'ok' } : withoutText({ objects: objects.length > 0, pictures: false })),
    ...(title ? { title } : {}),
    blocks: [...blocks, ...texts],
    diagnostics,
  };
}

/**
 * The bytes as the workbook library reads them right: without the encryption of the built-in password, and with the formats
 * declared that it does not know.
 *
 * @throws UnreadableError `encrypted` when it has a password of its own
 */
function prepared(bytes: Uint8Array, CFB: typeof CompoundFile): Uint8Array {
  if (spreadsheetFormat(bytes) === 'xlsx') return declareInStyles(bytes);
  const name = ['Workbook', 'Book'].find((stream) => sniff(bytes) === 'ole' && openOle(bytes).stream(stream));
  const stream = name && openOle(bytes).stream(name);
  if (!stream) return bytes;
  const plain = decryptBiff(stream);
  if (!plain) throw new UnreadableError('encrypted', PROTECTED);
  const declared = declareInBiff(plain);
  if (declared === stream) return bytes;
  const file = CFB.read(bytes, { type: 'array' });
  CFB.utils.cfb_add(file, `/${name}`, declared);
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayLike<number>);
}

/** Cells by row and column, without a second text of each as HTML: those of a large sheet fill the memory. */
const OPTIONS = {
  type: 'array',
  dense: true,
  cellStyles: true,
  cellNF: true,
  cellHTML: false,
  dateNF: 'yyyy/m/d',
} as const;

async function openWorkbook(bytes: Uint8Array): Promise<WorkBook> {
  const { read, set_cptable, CFB } = await import('@e965/xlsx');
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    return read(prepared(bytes, CFB), OPTIONS);
  } catch (error) {
    if (error instanceof LimitError || error instanceof UnreadableError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw new UnreadableError('encrypted', PROTECTED);
    throw new UnreadableError('corrupt', workbookDamage(bytes));
  }
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
