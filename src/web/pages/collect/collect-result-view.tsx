import type { FC } from 'hono/jsx';
import type { CollectSummary, Trouble } from '../../../collect/run/collect-summary.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { HostTable } from './host-table.js';
import { PRIVATE_TITLE } from './wish-form.js';

const MOST_SHOWN = 200;

/** How the last collection ended, and the way into the store. */
export const CollectResultView: FC<{
  summary: CollectSummary;
  warnings: readonly string[];
  folder: string;
}> = ({ summary, warnings, folder }) => {
  const { hosts, pages, passedOver, troubles, barren, duplicates, isDone, files } = summary;
  return (
    <section class="import-result">
      <h2>最近一次收集</h2>
      <p>
        取到 {folder}；看了 {showCount(pages)} 个网页
        {duplicates > 0 && `，内容相同的文件 ${showCount(duplicates)}`}
        {passedOver > 0 && `，标题不合而没有进去的 ${showCount(passedOver)}`}。
      </p>
      {warnings.map((warning) => (
        <p class="notice">{warning}</p>
      ))}
      {troubles.some(({ isPrivate }) => isPrivate) && (
        <p class="notice">本机和内网的地址没有访问；确实要访问自己的测试站时，勾选“{PRIVATE_TITLE}”。</p>
      )}
      {!isDone && <p class="notice">还没有取完；再收集一次即继续，取过的不会重取。</p>}
      <HostTable hosts={hosts} />
      {files > 0 && (
        <form method="post" action="/import/path">
          <input type="hidden" name="paths" value={folder} />
          <button type="submit">把这个文件夹导入库中</button>
        </form>
      )}
      {troubles.length > 0 && (
        <>
          <h3>没有取到的（{showCount(troubles.length)}）</h3>
          <DataTable caption="没有取到的" columns={TROUBLES} rows={troubles.slice(0, MOST_SHOWN)} />
        </>
      )}
      {barren.length > 0 && (
        <>
          <h3>没有找到附件也没有表的网址（{showCount(barren.length)}）</h3>
          <ul>
            {barren.slice(0, MOST_SHOWN).map((url) => (
              <li>{showListed(url)}</li>
            ))}
          </ul>
        </>
      )}
      {Math.max(troubles.length, barren.length) > MOST_SHOWN && (
        <p class="soft">只列出前 {showCount(MOST_SHOWN)} 个；全部写在文件夹的 mingzhang-manifest.csv 里。</p>
      )}
    </section>
  );
};

const TROUBLES: readonly TableColumn<Trouble>[] = [
  { title: '网址', head: true, cell: ({ url }) => showListed(url) },
  { title: '原因', cell: ({ reason }) => reason },
];
