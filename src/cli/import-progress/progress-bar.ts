import { MultiBar, Presets } from 'cli-progress';
import { describeEvent, needsAttention } from './describe-event.js';
import { FilesUnderWay } from './files-under-way.js';
import type { Progress } from './progress.js';

const FORMAT =
  '{bar} {value}/{total} 个文件  {percentage}%  {rate} 个/秒  剩余约 {eta_formatted}  未读 {failures}{slow}';
const SLOW_SECONDS = 5;
const REFRESH_MS = 500;
/** The rate is that of the last seconds, so that it follows when large files come. */
const RATE_WINDOW_MS = 10_000;

/** A bar with rate, time left, failures and the slowest file now; files that need attention are listed above it. */
export function progressBar(stream: NodeJS.WriteStream): Progress {
  const bars = new MultiBar(
    { stream, format: FORMAT, hideCursor: true, gracefulExit: false, etaBuffer: 200 },
    Presets.shades_classic,
  );
  const shown = { failures: 0, rate: '0', slow: '' };
  const bar = bars.create(0, 0, shown);
  const underWay = new FilesUnderWay();
  const finished: number[] = [];
  const refresh = (): void => {
    const now = Date.now();
    while (finished[0] !== undefined && finished[0] < now - RATE_WINDOW_MS) finished.shift();
    const since = Math.max(1000, now - (finished[0] ?? now));
    shown.rate = ((finished.length * 1000) / since).toFixed(1);
    const [slowest] = underWay.slow(SLOW_SECONDS);
    shown.slow = slowest ? `  正在读 ${slowest.path}（${slowest.seconds} 秒）` : '';
    bar.update(shown);
  };
  const timer = setInterval(refresh, REFRESH_MS);
  return {
    report: (event) => {
      underWay.note(event);
      if (event.kind === 'listed') return bar.setTotal(event.files);
      if (event.kind === 'started') return;
      finished.push(Date.now());
      if (needsAttention(event)) {
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
