import type { Command } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import type { ReadDocument } from '../../model/document.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import { type Grid, isGrid } from '../../model/grid.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { helpText } from '../help-text.js';
import { ocrOption } from '../import-options.js';
import { parseCount } from '../parse-options.js';
import { fullOption } from '../result-options.js';
import { say } from '../say.js';
import { type ShowOptions, showLongText } from '../show-text.js';
import { tableWidth } from '../terminal-width.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
例：
  mingzhang extract 部门预算.pdf > 部门预算.json
  mingzhang extract --grids 部门预算.pdf --page 31
  mingzhang extract 绩效目标表.docx --grids json --output 表格.json
  mingzhang extract --why 部门预算.pdf`;

interface ExtractOptions extends ShowOptions {
  /** `true`: draw; `json`; anything else is the file, since `--grids` takes the word behind it. */
  grids?: true | string;
  page?: number;
  why?: true;
  ocr: OcrMode;
}

export const extractCommand = (): Command =>
  newCommand('extract')
    .description('读一个文件，不写入库：输出 JSON，画出其中的表格，或说明每张表格怎样认的')
    .argument('[文件]', '要读的文件')
    .option('--grids [json]', '画出每个表格；--grids json 输出表格的 JSON')
    .option('--why', '每张表格是绩效表、续表、疑似还是其他，差在哪里')
    .option('--page <页>', '只要这一页上的表格', parseCount('--page', 1))
    .addOption(ocrOption())
    .option('--output <文件>', '写入文件，而不是标准输出')
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES))
    .action(extract);

async function extract(argument: string | undefined, options: ExtractOptions): Promise<void> {
  const { extractFile } = await import('../../pipeline/reading/extract-file.js');
  const { isUnread } = await import('../../model/outcome.js');
  const { describeOutcome } = await import('../../model/import-record.js');
  const file = argument ?? (options.grids === 'json' || options.grids === true ? undefined : options.grids);
  if (file === undefined) throw new UsageError('缺少参数 <文件>');

  if (options.why && options.grids !== undefined) {
    throw new UsageError('--why 与 --grids 只能用一个');
  }
  const document = await extractFile(file, { ocr: options.ocr });
  const { outcome } = document;
  if (outcome !== 'ok') say(`${document.path}：${describeOutcome(document)}`);
  if (isUnread(outcome)) process.exitCode = EXIT.notAllRead;
  await show(document, options);
}

async function show(document: ReadDocument, options: ExtractOptions): Promise<void> {
  const { grids, page, why, output } = options;
  const { gridAsJson, isOnPage } = await import('../../report/grid-as-json.js');
  const isWanted = (grid: Grid): boolean => page === undefined || isOnPage(grid, page);
  if (why) return explain(document, isWanted, options);
  if (grids === undefined) {
    const { readingAsJson } = await import('../../report/reading-as-json.js');
    return writeOutput([`${JSON.stringify(readingAsJson(document), null, 2)}\n`], output);
  }
  const wanted = document.blocks.filter(isGrid).filter(isWanted);
  if (grids === 'json') return writeOutput([`${JSON.stringify(wanted.flatMap(gridAsJson))}\n`], output);
  const { drawGrid } = await import('../../report/draw-grid.js');
  if (wanted.length === 0) say('没有表格');
  const width = tableWidth(output);
  await showLongText(wanted.map((grid) => `${drawGrid(grid, { width })}\n`).join(''), options);
}

async function explain(
  document: ReadDocument,
  isWanted: (grid: Grid) => boolean,
  options: ShowOptions,
): Promise<void> {
  const { explainGrids } = await import('../../pipeline/reading/explain-grids.js');
  const { renderGridAccounts } = await import('../../report/render-grid-accounts.js');
  const accounts = explainGrids(document).filter(({ grid }) => isWanted(grid));
  if (accounts.length === 0) say('没有表格');
  const { formDefinitions } = await import('../../app/forms.js');
  const layouts = new Map(formDefinitions().map(({ id, title }) => [id, title]));
  await showLongText(renderGridAccounts(accounts, document.forms, layouts).join(''), options);
}
