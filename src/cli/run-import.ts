import type { Store } from '../model/ports/store.js';
import type { ImportSummary } from '../pipeline/import/import-summary.js';
import type { ImportOrder } from '../pipeline/import/read-order.js';
import { EXIT } from './exit-codes.js';
import type { ReadingOptions } from './import-options.js';
import { say } from './say.js';
import { stopOnInterrupt } from './stop-on-interrupt.js';

/**
 * Carries an order out with progress, Ctrl-C and a summary at its end; sets the exit code.
 * @param except files to leave out besides those of the store and the report
 */
export async function runImport(
  store: Store,
  options: ReadingOptions,
  order: ImportOrder,
  except: readonly string[] = [],
): Promise<void> {
  const { describeImport, describeStore } = await import('./describe-import.js');
  const { importProgress } = await import('./import-progress/import-progress.js');
  const { readOrder } = await import('../pipeline/import/read-order.js');
  const { jobs, log, report, keepSources, ocr } = options;
  const interrupt = stopOnInterrupt('正在停下：已读完的会保存');
  const progress = importProgress(process.stderr, log);
  try {
    const summary = await readOrder(store, order, {
      jobs,
      keepSources,
      ocr,
      except: report === undefined ? except : [...except, report],
      signal: interrupt.signal,
      report: progress.report,
    });
    progress.end();
    if (log === 'json') say(JSON.stringify({ event: 'summary', ...summary, store: await store.summary() }));
    else {
      say(describeImport(summary));
      say(describeStore(await store.summary()));
    }
    interrupt.end();
    if (report !== undefined) await writeReport(summary, report);
    if (summary.failures.length > 0 || summary.left > 0) process.exitCode = EXIT.notAllRead;
  } finally {
    progress.end();
    interrupt.end();
  }
}

const REPORT_FORMATS = ['json', 'xlsx'] as const;

async function writeReport({ failures, partial, skipped }: ImportSummary, file: string): Promise<void> {
  const { failureRows, FAILURE_COLUMNS } = await import('./failure-rows.js');
  const { writeRows } = await import('./result-options.js');
  const format = REPORT_FORMATS.find((each) => file.toLowerCase().endsWith(`.${each}`)) ?? 'csv';
  await writeRows(failureRows(failures, partial, skipped), FAILURE_COLUMNS, {
    format,
    headers: 'zh',
    output: file,
  });
}
