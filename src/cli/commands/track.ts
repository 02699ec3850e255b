import type { Command } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import type { Track } from '../../model/track.js';
import type { Pieces } from '../../report/row.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { parseYear } from '../parse-options.js';
import { addResultOptions, fullOption, type ResultOptions, requireFile } from '../result-options.js';
import { say } from '../say.js';
import { sayUnknown } from '../say-unknown.js';
import { showLongText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { tableWidth } from '../terminal-width.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
一个项目（p12）或部门：逐个项目列出各年承诺、调整、执行的金额，每条指标承诺的值、自评重复的值、实际完成值、得分、下一年的值；
一个地区（或各地的同一部门）：各部门各年度承诺、报告、完成的指标数。已被较新版本替代的文档不计。
项目、指标按编码与名称对应，不对的用 mingzhang assign p12 --same-as p45、--not-same 指定。

例：
  mingzhang track p12
  mingzhang track 石峰区 政法委
  mingzhang track 湖南省 --year 2023 --format csv --output 结果.csv
  mingzhang track 石峰区 政法委 --format xlsx --output 目标与结果.xlsx`;

interface TrackOptions extends StoreOption, Omit<ResultOptions, 'format'> {
  format: ResultOptions['format'] | 'xlsx' | 'svg';
  year?: number;
  full?: boolean;
}

export function trackCommand(): Command {
  const command = newCommand('track')
    .description('目标与结果：承诺了什么、报告了什么、下一年又承诺什么')
    .argument('<对象...>', '项目编号，或地区、部门，或地区和部门')
    .option('--year <年份>', '只看这一年', parseYear)
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES));
  return addResultOptions(command, ['xlsx', 'svg']).action(writeTrack);
}

async function writeTrack(words: string[], options: TrackOptions): Promise<void> {
  if (words.length > 2) throw new UsageError('请写一个项目编号，或一个地区和一个部门');
  requireFile(options.format, options.output);
  const { track, trackWords } = await import('../../app/track.js');
  await withStore(options, 'read', async (store) => {
    const asked = await trackWords(store, words);
    const found = await track(store, { ...asked, year: options.year });
    const isEmpty = found.kind === 'region' ? found.departments.length === 0 : found.projects.length === 0;
    if (isEmpty) {
      await sayUnknown(store, { region: asked.region, department: asked.department });
      say('没有带年度的项目或指标，无从对照');
    }
    const { format, output } = options;
    if (format === 'table') await showLongText(await text(found, output), options);
    else await writeOutput(await rendered(found, { ...options, format }), output);
    if (output !== undefined) say(`已写入 ${output}`);
  });
}

async function text(track: Track, output: string | undefined): Promise<string> {
  const { trackText } = await import('../../report/track/track-text.js');
  return trackText(track, tableWidth(output));
}

async function rendered(
  track: Track,
  { format, headers }: { format: Exclude<TrackOptions['format'], 'table'>; headers: 'zh' | 'en' },
): Promise<Pieces> {
  switch (format) {
    case 'json':
      return [`${JSON.stringify(track, null, 1)}\n`];
    case 'svg':
      return [(await import('../../report/track/track-picture.js')).trackPicture(track)];
    case 'xlsx':
      return (await import('../../report/track/track-workbook.js')).trackWorkbook(track);
    case 'csv': {
      const columns = await import('../../report/track/track-columns.js');
      const { renderCsv } = await import('../../report/render-csv.js');
      return track.kind === 'region'
        ? renderCsv(columns.trackedDepartmentRows(track), columns.TRACKED_DEPARTMENT_COLUMNS, headers)
        : renderCsv(columns.trackedIndicatorRows(track), columns.TRACKED_INDICATOR_COLUMNS, headers);
    }
  }
}
