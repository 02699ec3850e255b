import { MultiBar, Presets } from 'cli-progress';
import { failureIn, isFileDone } from '../../pipeline/import/import-event.js';
import { ImportTracker } from '../../pipeline/import/import-tracker/import-tracker.js';
import { describeEvent, describeLinking, describeSkipped } from './describe-event.js';
import type { Progress } from './progress.js';

const FORMAT =
  '{bar} {value}/{total} 个文件  {percentage}%  {rate} 个/秒  剩余约 {eta_formatted}  未读 {failures}{slow}';
const REFRESH_MS = 500;

/** A bar with rate, time left, failures and the slowest file now; files that need attention are listed above it. */
export function progressBar(stream: NodeJS.WriteStream): Progress {
  const bars = new MultiBar(
    { stream, format: FORMAT, hideCursor: true, gracefulExit: false, etaBuffer: 200 },
    Presets.shades_classic,
  );
  const shown = { failures: 0, rate: '0', slow: '' };
  const bar = bars.create(0, 0, shown);
  const tracker = new ImportTracker();
  const refresh = (): void => {
    const { rate, slow } = tracker.progress();
    const [slowest] = slow;
    shown.rate = rate.toFixed(1);
    shown.slow = slowest ? `  正在读 ${slowest.path}（${slowest.seconds} 秒）` : '';
    bar.update(shown);
  };
  const timer = setInterval(refresh, REFRESH_MS);
  return {
    report: (event) => {
      tracker.note(event);
      if (event.kind === 'listed') return bar.setTotal(event.files);
      if (event.kind === 'linking') return bars.log(`${describeLinking(event)}\n`);
      if (event.kind === 'skipped') return bars.log(`${describeSkipped(event)}\n`);
      if (!isFileDone(event)) return;
      if (failureIn(event)) {
        shown.failures++;
        bars.log(`${describeEvent(event)}\n`);
      }
      bar.increment(1, shown);
    },
    end: () => {
      clearInterval(timer);
      if (bar.isActive) bars.stop();
    },
  };
}
