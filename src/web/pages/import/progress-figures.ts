import { outcomeText } from '../../../model/import-record.js';
import type { ImportProgress } from '../../../pipeline/import/import-tracker/import-tracker.js';
import { showDuration } from '../../../report/show-duration.js';
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
