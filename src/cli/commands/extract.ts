import type { Command } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import type { ReadDocument } from '../../model/document.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import { isGrid } from '../../model/grid.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { ocrOption } from '../import-options.js';
import { parseCount } from '../parse-options.js';
import { say } from '../say.js';
import { terminalWidth } from '../terminal-width.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
例：
  mingzhang extract 部门预算.pdf > 部门预算.json
  mingzhang extract --grids 部门预算.pdf --page 31
  mingzhang extract 绩效目标表.docx --grids json --output 表格.json
  mingzhang extract --why 部门预算.pdf`;

interface ExtractOptions {
  /** `true`: draw; `json`; anything else is the file, since `--grids` takes the word behind it. */
  grids?: true | string;
  page?: number;
  why?: true;
  output?: string;
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
    .addHelpText('after', EXAMPLES)
    .action(extract);

async function extract(argument: string | undefined, options: ExtractOptions): Promise<void> {
  const { extractFile } = await import('../../pipeline/reading/extract-file.js');
  const { isUnread, OUTCOME_TEXT } = await import('../../model/outcome.js');
  const file = argument ?? (options.grids === 'json' || options.grids === true ? undefined : options.grids);
  if (file === undefined) throw new UsageError('缺少参数 <文件>');

  if (options.why && options.grids !== undefined) {
    throw new UsageError('--why 与 --grids 只能用一个');
  }
  const document = await extractFile(file, { ocr: options.ocr });
  const { outcome, reason } = document;
  if (outcome !== 'ok') {
    const { title, advice } = OUTCOME_TEXT[outcome];
    say(`${document.path}：${[title, reason, advice].filter(Boolean).join('；')}`);
  }
  if (isUnread(outcome)) process.exitCode = EXIT.notAllRead;
  await writeOutput(await show(document, options), options.output);
}

async function show(document: ReadDocument, { grids, page, why }: ExtractOptions): Promise<string[]> {
  if (why) return explain(document, page);
  if (grids === undefined) {
    const { readingAsJson } = await import('../../report/reading-as-json.js');
    return [`${JSON.stringify(readingAsJson(document), null, 2)}\n`];
  }
  const { gridAsJson, isOnPage } = await import('../../report/grid-as-json.js');
  const wanted = document.blocks.filter(isGrid).filter((grid) => page === undefined || isOnPage(grid, page));
  if (grids === 'json') return [`${JSON.stringify(wanted.flatMap(gridAsJson))}\n`];
  const { drawGrid } = await import('../../report/draw-grid.js');
  if (wanted.length === 0) say('没有表格');
  return wanted.map((grid) => `${drawGrid(grid, { width: terminalWidth() })}\n`);
}

async function explain(document: ReadDocument, page: number | undefined): Promise<string[]> {
  const { isOnPage } = await import('../../report/grid-as-json.js');
  const { explainGrids } = await import('../../pipeline/reading/explain-grids.js');
  const { renderGridAccounts } = await import('../../report/render-grid-accounts.js');
  const accounts = explainGrids(document).filter(({ grid }) => page === undefined || isOnPage(grid, page));
  if (accounts.length === 0) say('没有表格');
  const { formDefinitions } = await import('../../app/forms.js');
  const layouts = new Map(formDefinitions().map(({ id, title }) => [id, title]));
  return renderGridAccounts(accounts, document.forms, layouts);
}
