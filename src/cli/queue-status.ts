import { watchQueue } from '../app/watch-queue.js';
import { writeOutput } from '../app/write-output.js';
import { LANE_TITLES, type QueueStanding } from '../model/ports/queue.js';
import { storeTitle } from '../model/server-address.js';
import type { Column, Row } from '../report/row.js';
import { showDuration, showTimeLeft } from '../report/show-duration.js';
import { type ResultOptions, writeRows } from './result-options.js';

const COLUMNS: Column[] = [
  { name: 'lane', title: '队列', titles: LANE_TITLES },
  { name: 'waiting', title: '等着' },
  { name: 'running', title: '正在做' },
  { name: 'done', title: '做完' },
  { name: 'failed', title: '没有做成' },
  { name: 'cancelled', title: '已取消' },
  { name: 'hourly', title: '每小时' },
  { name: 'secondsLeft', title: '还要（秒）' },
];

/** Says how the queue at an address stands: JSON holds everything, a table of its lanes in the other formats. @throws StoreError */
export async function writeQueueStatus(address: string, options: ResultOptions): Promise<void> {
  const queue = watchQueue(address);
  try {
    const standing = await queue.standing();
    const lanes = standing.lanes.map((lane): Row => ({ ...lane }));
    if (options.format === 'json')
      return writeOutput([`${JSON.stringify(standing, null, 2)}\n`], options.output);
    if (options.format === 'csv') return writeRows(lanes, COLUMNS, options);
    const left = { name: 'left', title: '还要' };
    const shown = [...COLUMNS.filter(({ name }) => name !== 'secondsLeft'), left];
    const rows = standing.lanes.map((lane): Row => ({ ...lane, left: showTimeLeft(lane.secondsLeft) }));
    if (options.output === undefined) await writeOutput([`队列 ${storeTitle(address)}\n\n`]);
    await writeRows(rows, COLUMNS, options, shown);
    if (options.output === undefined) await writeOutput([describe(standing)]);
  } finally {
    await queue.close();
  }
}

const describe = ({ hosts, running, failed, tooNew }: QueueStanding): string =>
  [
    '',
    hosts.length === 0 ? '没有机器在读' : '机器',
    ...hosts.map(
      ({ host, workers, jobs, running: now, done }) =>
        `  ${host}：进程 ${workers}，同时 ${jobs}，正在做 ${now}，做完 ${done}`,
    ),
    ...(tooNew > 0 ? [`等更新的读取程序 ${tooNew}：请升级机器上的 mingzhang`] : []),
    ...listed('正在做', running, ({ path, host, seconds }) => `${path}（${host}，${showDuration(seconds)}）`),
    ...listed(
      '没有做成、搁置的',
      failed,
      ({ path, reason, attempts, isStored }) =>
        `${path}：${reason}${isStored ? '（库中已记下）' : `（试了 ${attempts} 次）`}`,
    ),
    '',
  ].join('\n');

function listed<T>(title: string, all: readonly T[], text: (each: T) => string): string[] {
  return all.length === 0 ? [] : [title, ...all.map((each) => `  ${text(each)}`)];
}
