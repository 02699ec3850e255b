import { writeOutput } from '../app/write-output.js';
import type { Comparison } from '../model/comparison.js';
import type { StatementComparison } from '../model/statement-comparison.js';
import type { Pieces } from '../report/row.js';
import type { ResultOptions } from './result-options.js';
import { say } from './say.js';
import { showLongText } from './show-text.js';
import { tableWidth } from './terminal-width.js';
import { UsageError } from './usage-error.js';

export type ComparisonFormat = ResultOptions['format'] | 'xlsx' | 'svg';

interface OutputOptions extends Omit<ResultOptions, 'format'> {
  format: ComparisonFormat;
  full?: boolean;
}

/** A comparison in each of the formats. */
type Renders = Record<Exclude<ComparisonFormat, 'table'>, () => Pieces | Promise<Pieces>> & {
  table: () => Promise<string>;
};

/** Writes projects of one topic compared. @throws UsageError when a workbook would be written to a terminal */
export const writeComparison = (comparison: Comparison, options: OutputOptions): Promise<void> =>
  write(options, {
    json: () => asJson(comparison),
    csv: async () => {
      const { COMPARISON_COLUMNS, flattenComparison } = await import(
        '../report/compare/flatten-comparison.js'
      );
      const { renderCsv } = await import('../report/render-csv.js');
      return renderCsv(flattenComparison(comparison), COMPARISON_COLUMNS, options.headers);
    },
    xlsx: async () =>
      (await import('../report/compare/comparison-workbook.js')).comparisonWorkbook(comparison),
    svg: async () => [
      (await import('../report/compare/comparison-picture.js')).comparisonPicture(comparison),
    ],
    table: async () =>
      (await import('../report/compare/comparison-text.js')).comparisonText(
        comparison,
        tableWidth(options.output),
      ),
  });

/** Writes statements of one kind compared. @throws UsageError when a workbook would be written to a terminal */
export const writeStatementComparison = (
  comparison: StatementComparison,
  options: OutputOptions,
): Promise<void> =>
  write(options, {
    json: () => asJson(comparison),
    csv: () => renderStatements(comparison, 'csv', options.headers),
    xlsx: () => renderStatements(comparison, 'xlsx', options.headers),
    svg: async () => [(await import('../report/compare/statement-picture.js')).statementPicture(comparison)],
    table: async () =>
      (await import('../report/compare/compared-statements.js')).comparedStatements(
        comparison,
        tableWidth(options.output),
      ),
  });

async function renderStatements(
  comparison: StatementComparison,
  format: 'csv' | 'xlsx',
  headers: OutputOptions['headers'],
): Promise<Pieces> {
  const { flattenStatements, statementColumns } = await import('../report/compare/statement-columns.js');
  const { renderList } = await import('../report/render-list.js');
  return renderList(flattenStatements(comparison), statementColumns(comparison), format, headers);
}

async function write(options: OutputOptions, renders: Renders): Promise<void> {
  const { format, output } = options;
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) {
    throw new UsageError('工作簿不能显示在终端；请用 --output 指定文件');
  }
  if (format === 'table') await showLongText(await renders.table(), options);
  else await writeOutput(await renders[format](), output);
  if (output !== undefined) say(`已写入 ${output}`);
}

const asJson = (comparison: object): Pieces => [`${JSON.stringify(comparison, null, 1)}\n`];
