import type { ImportOptions } from '../pipeline/import-files.js';
import type { ImportSummary } from '../pipeline/import-summary.js';
import type { Store } from '../store/open-store.js';
import { EXIT } from './exit-codes.js';
import type { ReadingOptions } from './import-options.js';
import { say } from './say.js';
import { stopOnInterrupt } from './stop-on-interrupt.js';

type Reading = (options: ImportOptions) => Promise<ImportSummary>;

/** Lets an import run with progress, Ctrl-C and a summary at its end; sets the exit code. */
export async function runImport(store: Store, options: ReadingOptions, read: Reading): Promise<void> {
  const { describeImport, describeStore } = await import('./describe-import.js');
  const { importProgress } = await import('./import-progress/import-progress.js');
  const { sourcesFolder } = await import('../pipeline/keep-source.js');
  const { db, jobs, log, report, keepSources } = options;
  const interrupt = stopOnInterrupt('正在停下：已读完的会保存');
  const progress = importProgress(process.stderr, log);
  try {
    const summary = await read({
      sink: store,
      jobs,
      except: [
        db,
        `${db}-wal`,
        `${db}-shm`,
        `${db}-journal`,
        sourcesFolder(db),
        ...(report === undefined ? [] : [report]),
      ],
      sources: keepSources ? sourcesFolder(db) : undefined,
      signal: interrupt.signal,
      report: progress.report,
    });
    progress.end();
    if (log === 'json') say(JSON.stringify({ event: 'summary', ...summary, store: store.summary() }));
    else {
      say(describeImport(summary));
      say(describeStore(store.summary()));
    }
    if (report !== undefined) await writeReport(summary, report);
    if (summary.failures.length > 0 || summary.left > 0) process.exitCode = EXIT.notAllRead;
  } finally {
    progress.end();
    interrupt.end();
  }
}

const REPORT_FORMATS = ['json', 'xlsx'] as const;

async function writeReport({ failures }: ImportSummary, file: string): Promise<void> {
  const { failureRows, FAILURE_COLUMNS } = await import('./failure-rows.js');
  const { writeRows } = await import('./result-options.js');
  const format = REPORT_FORMATS.find((each) => file.toLowerCase().endsWith(`.${each}`)) ?? 'csv';
  await writeRows(failureRows(failures), FAILURE_COLUMNS, { format, headers: 'zh', output: file });
}
