import type { CFB as CompoundFile, WorkBook } from '@e965/xlsx';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Extraction, Grid } from '../../src/model/grid.js';
import { embeddedObjects } from '../embedded-objects.js';
import { LimitError, UnreadableError } from '../limits.js';
import { openOle } from '../ole-file.js';
import { refuseOwnOutput } from '../own-output.js';
import type { Reader } from '../reader.js';
import { sniff } from '../sniff.js';
import { withoutText } from '../without-text.js';
import { decryptBiff } from './decrypt-biff.js';
import { drawingTexts } from './drawing-texts.js';
import { guardSize } from './guard-size.js';
import { sheetGrids } from './sheet-grid.js';
import type { FormatNumber } from './shown-text.js';
import { spreadsheetFormat } from './spreadsheet-format.js';
import { TextBudget } from './text-budget.js';

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
  const { workbook, format } = await openWorkbook(bytes);
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
    format: spreadsheetFormat(bytes) ?? 'xlsx',
    ...(hasText ? { outcome: 'ok' } : withoutText({ objects: objects.length > 0, pictures: false })),
    ...(title ? { title } : {}),
    blocks: [...blocks, ...texts],
    diagnostics,
  };
}

/**
 * An .xls encrypted with the built-in password, decrypted; other bytes as they are.
 *
 * @throws UnreadableError `encrypted` when it has a password of its own
 */
function withoutEncryption(bytes: Uint8Array, CFB: typeof CompoundFile): Uint8Array {
  const name = ['Workbook', 'Book'].find((stream) => sniff(bytes) === 'ole' && openOle(bytes).stream(stream));
  const stream = name && openOle(bytes).stream(name);
  if (!stream) return bytes;
  const plain = decryptBiff(stream);
  if (!plain) throw new UnreadableError('encrypted', PROTECTED);
  if (plain === stream) return bytes;
  const file = CFB.read(bytes, { type: 'array' });
  CFB.utils.cfb_add(file, `/${name}`, plain);
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayLike<number>);
}

async function openWorkbook(bytes: Uint8Array): Promise<{ workbook: WorkBook; format: FormatNumber }> {
  const { read, set_cptable, SSF, CFB } = await import('@e965/xlsx');
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    const workbook = read(withoutEncryption(bytes, CFB), {
      type: 'array',
      cellStyles: true,
      cellNF: true,
      dateNF: 'yyyy/m/d',
    });
    return { workbook, format: (code, value) => SSF.format(code, value) };
  } catch (error) {
    if (error instanceof LimitError || error instanceof UnreadableError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw new UnreadableError('encrypted', PROTECTED);
    throw new UnreadableError('corrupt', `工作簿损坏（${message}）`);
  }
}
