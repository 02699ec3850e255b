import { outcomeText } from '../../../model/import-record.js';
import type { ImportProgress } from '../../../pipeline/import/import-tracker/import-tracker.js';
import { showCount, showListed } from '../../parts/format-figures.js';

/** What the page says of an import under way, as texts; the script shows them as they come. */
export interface ProgressFigures {
  files: number;
  value: number;
  done: string;
  rate: string;
  left: string;
  failures: string;
  slow: string[];
  latest: string[];
}

export const progressFigures = (progress: ImportProgress): ProgressFigures => ({
  files: progress.files,
  value: progress.done,
  done: `${showCount(progress.done)} / ${showCount(progress.files)}`,
  rate: `${progress.rate.toFixed(1)} 个/秒`,
  left: progress.secondsLeft === null ? '还不知道' : showDuration(progress.secondsLeft),
  failures: showCount(progress.failures),
  slow: progress.slow.map(({ path, seconds }) => `正在读 ${showListed(path)}（${showCount(seconds)} 秒）`),
  latest: progress.latest.map(
    ({ path, outcome, reason }) =>
      `${showListed(path)}：${outcomeText(outcome).title}${reason === null ? '' : `，${showListed(reason)}`}`,
  ),
});

/** About how long, in the unit people would say it in. */
function showDuration(seconds: number): string {
  if (seconds < 60) return `约 ${seconds} 秒`;
  if (seconds < 5400) return `约 ${Math.round(seconds / 60)} 分钟`;
  return `约 ${(seconds / 3600).toFixed(1)} 小时`;
}
