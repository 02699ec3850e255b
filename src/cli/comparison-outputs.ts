import { writeOutput } from '../app/write-output.js';
import type { Comparison } from '../model/comparison.js';
import type { Pieces } from '../report/row.js';
import type { ResultOptions } from './result-options.js';
import { say } from './say.js';
import { terminalWidth } from './terminal-width.js';
import { UsageError } from './usage-error.js';

export type ComparisonFormat = ResultOptions['format'] | 'xlsx' | 'svg';

interface OutputOptions extends Omit<ResultOptions, 'format'> {
  format: ComparisonFormat;
}

/**
 * Writes a comparison to a file or to stdout.
 * @throws UsageError when a workbook would be written to a terminal
 */
export async function writeComparison(comparison: Comparison, options: OutputOptions): Promise<void> {
  const { format, output } = options;
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) {
    throw new UsageError('工作簿不能显示在终端；请用 --output 指定文件');
  }
  await writeOutput(await render(comparison, options), output);
  if (output !== undefined) say(`已写入 ${output}`);
}

async function render(comparison: Comparison, { format, headers, output }: OutputOptions): Promise<Pieces> {
  switch (format) {
    case 'json':
      return [`${JSON.stringify(comparison, null, 1)}\n`];
    case 'csv': {
      const { COMPARISON_COLUMNS, flattenComparison } = await import(
        '../report/compare/flatten-comparison.js'
      );
      const { renderCsv } = await import('../report/render-csv.js');
      return renderCsv(flattenComparison(comparison), COMPARISON_COLUMNS, headers);
    }
    case 'xlsx':
      return [
        await (await import('../report/compare/comparison-workbook.js')).comparisonWorkbook(comparison),
      ];
    case 'svg':
      return [(await import('../report/compare/comparison-picture.js')).comparisonPicture(comparison)];
    case 'table':
      return [
        (await import('../report/compare/comparison-text.js')).comparisonText(
          comparison,
          output === undefined ? terminalWidth() : FILE_WIDTH,
        ),
      ];
  }
}

/** Columns of a table written to a file. */
const FILE_WIDTH = 160;
