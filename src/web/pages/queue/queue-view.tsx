import type { FC } from 'hono/jsx';
import {
  type FailedJob,
  type HostStanding,
  LANE_TITLES,
  type LaneStanding,
  type QueueStanding,
  type RunningJob,
} from '../../../model/ports/queue.js';
import { showDuration, showTimeLeft } from '../../../report/show-duration.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount, showListed } from '../../parts/format-figures.js';

const LANES: readonly TableColumn<LaneStanding>[] = [
  { title: '队列', head: true, cell: ({ lane }) => LANE_TITLES[lane] },
  { title: '等着', number: true, cell: ({ waiting }) => showCount(waiting) },
  { title: '正在做', number: true, cell: ({ running }) => showCount(running) },
  { title: '做完', number: true, cell: ({ done }) => showCount(done) },
  { title: '没有做成', number: true, cell: ({ failed }) => showCount(failed) },
  { title: '已取消', number: true, cell: ({ cancelled }) => showCount(cancelled) },
  { title: '每小时', number: true, cell: ({ hourly }) => showCount(hourly) },
  { title: '还要', whole: true, cell: ({ secondsLeft }) => showTimeLeft(secondsLeft) },
];

const HOSTS: readonly TableColumn<HostStanding>[] = [
  { title: '机器', head: true, cell: ({ host }) => host },
  { title: '进程', number: true, cell: ({ workers }) => showCount(workers) },
  { title: '同时读', number: true, cell: ({ jobs }) => showCount(jobs) },
  { title: '正在做', number: true, cell: ({ running }) => showCount(running) },
  { title: '做完', number: true, cell: ({ done }) => showCount(done) },
];

const RUNNING: readonly TableColumn<RunningJob>[] = [
  { title: '文件', head: true, cell: ({ path }) => showListed(path) },
  { title: '队列', whole: true, cell: ({ lane }) => LANE_TITLES[lane] },
  { title: '机器', whole: true, cell: ({ host }) => host },
  { title: '已用', whole: true, cell: ({ seconds }) => showDuration(seconds) },
];

const FAILED: readonly TableColumn<FailedJob>[] = [
  { title: '文件', head: true, cell: ({ path }) => showListed(path) },
  { title: '原因', long: true, cell: ({ reason }) => reason },
  {
    title: '结果',
    whole: true,
    cell: ({ isStored, attempts }) => (isStored ? '搁置，库中已记下' : `试了 ${showCount(attempts)} 次`),
  },
];

/** How a queue stands, by the clock of its server. */
export const QueueView: FC<{ standing: QueueStanding }> = ({
  standing: { lanes, hosts, running, failed, tooNew },
}) => (
  <div data-follow="5000">
    <DataTable caption="各队列" columns={LANES} rows={lanes} isStacked />
    {tooNew > 0 && (
      <p class="notice">{`有 ${showCount(tooNew)} 个文件等更新的读取程序：请升级机器上的 mingzhang`}</p>
    )}
    <h2>机器</h2>
    {hosts.length === 0 ? (
      <EmptyState>没有机器在读；在任意一台机器上运行 mingzhang work。</EmptyState>
    ) : (
      <DataTable caption="各台机器" columns={HOSTS} rows={hosts} isStacked />
    )}
    {running.length > 0 && (
      <>
        <h2>正在做</h2>
        <DataTable caption="正在做的" columns={RUNNING} rows={running} isStacked />
      </>
    )}
    {failed.length > 0 && (
      <>
        <h2>没有做成、搁置的</h2>
        <p>没有做成的，改正原因之后用 mingzhang queue resume 再排上；搁置的，用 mingzhang retry 再读。</p>
        <DataTable caption="没有做成、搁置的" columns={FAILED} rows={failed} isStacked />
      </>
    )}
    <p class="refresh">
      <a href="/queue">刷新</a>
    </p>
  </div>
);
