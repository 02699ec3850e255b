import type { FC } from 'hono/jsx';
import { ENDING_TITLES } from '../../../collect/run/collect-summary.js';
import type { CollectState } from '../../collects/collect-runner.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { HostTable } from './host-table.js';

/** A collection under way: every host with what was asked and had, and what came last. */
export const CollectProgressView: FC<{ state: Extract<CollectState, { kind: 'running' }> }> = ({
  state: { wish, progress, stopping },
}) => (
  <section class="running">
    <h2>{stopping ? '正在停下' : '正在收集'}</h2>
    <p>
      取到 {wish.folder}；已知而还没有问的网址 {showCount(progress.waiting)}
    </p>
    {progress.hosts.length > 0 && <HostTable hosts={progress.hosts} />}
    <ul class="soft" aria-label="最近问过的网址">
      {progress.latest.map(({ url, ending, name, reason }) => (
        <li>
          {ENDING_TITLES[ending]}　{showListed(name === '' ? url : name)}
          {reason !== '' && `：${reason}`}
        </li>
      ))}
    </ul>
    {!stopping && (
      <form method="post" action="/collect/stop">
        <button type="submit">停止（取到的都在）</button>
      </form>
    )}
    <p class="refresh">
      <a href="/collect">刷新进度</a>
    </p>
  </section>
);
