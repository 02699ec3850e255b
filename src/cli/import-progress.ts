import { MultiBar, Presets } from 'cli-progress';
import { OUTCOME_TEXT } from '../model/outcome.js';
import { countDocument } from '../pipeline/count-document.js';
import type { ImportEvent, ReportImport } from '../pipeline/import-run.js';

interface Progress {
  report: ReportImport;
  /** Takes the bar away; may be called twice. */
  end: () => void;
}

/** Progress of an import: a bar on a terminal, one line a file elsewhere. */
export const importProgress = (stream: NodeJS.WriteStream): Progress =>
  stream.isTTY ? bar(stream) : lines(stream);

function lines(stream: NodeJS.WriteStream): Progress {
  let files = 0;
  let done = 0;
  return {
    report: (event) => {
      if (event.kind === 'listed') files = event.files;
      else stream.write(`[${++done}/${files}] ${describeEvent(event)}\n`);
    },
    end: () => undefined,
  };
}

/** Files that need attention are listed above the bar as they come. */
function bar(stream: NodeJS.WriteStream): Progress {
  const bars = new MultiBar(
    {
      stream,
      format: '{bar} {value}/{total} 个文件  {percentage}%  剩余约 {eta_formatted}  未读 {failures}',
      hideCursor: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const one = bars.create(0, 0, { failures: 0 });
  let failures = 0;
  return {
    report: (event) => {
      if (event.kind === 'listed') return one.setTotal(event.files);
      if (needsAttention(event)) {
        failures++;
        bars.log(`${describeEvent(event)}\n`);
      }
      one.increment(1, { failures });
    },
    end: () => {
      if (one.isActive) bars.stop();
    },
  };
}

const needsAttention = (event: ImportEvent): boolean =>
  event.kind === 'failure' ||
  (event.kind === 'document' && !['ok', 'partial', 'empty', 'ignored'].includes(event.document.outcome));

function describeEvent(event: Exclude<ImportEvent, { kind: 'listed' }>): string {
  switch (event.kind) {
    case 'unchanged':
      return `${event.path}  没有变化`;
    case 'duplicate':
      return `${event.path}  与前面的文件内容相同`;
    case 'failure':
      return `${event.failure.path}  ${event.failure.reason}`;
    case 'document': {
      const { outcome, reason } = event.document;
      const { forms, projects, indicators, costs, unclaimed } = countDocument(event.document);
      const counts = `表 ${forms}  项目 ${projects}  指标 ${indicators}  支出明细 ${costs}  未认领 ${unclaimed}`;
      return `${event.path}  ${OUTCOME_TEXT[outcome].title}  ${forms > 0 ? counts : (reason ?? '没有绩效表')}`;
    }
  }
}
