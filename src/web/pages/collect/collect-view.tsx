import type { FC } from 'hono/jsx';
import type { CollectState } from '../../collects/collect-runner.js';
import { YearField } from '../../parts/year-field.js';
import { CollectProgressView } from './collect-progress-view.js';
import { CollectResultView } from './collect-result-view.js';
import { MOST_ADDRESSES, USUAL_WISH } from './read-wish.js';

/** The part with an id is exchanged by the script while a collection runs. */
export const CollectView: FC<{ state: CollectState }> = ({ state }) => (
  <>
    <p>
      {'由网址清单取回公开的文件，记下每个文件的网址、标题、发布日期和发布机构；取回之后再导入库中。' +
        '对每个网站一次只有一个请求，遵守 robots.txt，被拒绝就停下。'}
    </p>
    <div id="collect-state" data-running={state.kind === 'running' ? '1' : undefined}>
      {state.kind === 'running' && <CollectProgressView state={state} />}
      {state.kind === 'failed' && (
        <p class="notice" role="alert">
          没有完成：{state.message}
        </p>
      )}
      {state.kind === 'done' && <CollectResultView summary={state.summary} folder={state.wish.folder} />}
    </div>
    {state.kind !== 'running' && <WishForm wish={state.kind === 'idle' ? USUAL_WISH : state.wish} />}
  </>
);

const WishForm: FC<{ wish: typeof USUAL_WISH }> = ({ wish }) => (
  <section>
    <h2>{wish.folder === '' ? '收集' : '再收集一次'}</h2>
    <form class="import" method="post" action="/collect">
      <label>
        网址，每行一个：列表页、文章页或文件
        <textarea
          name="addresses"
          rows={6}
          required
          maxlength={MOST_ADDRESSES}
          placeholder={'http://www.example.gov.cn/czj/yjsgk/index.html'}
        >
          {wish.addresses}
        </textarea>
      </label>
      <label>
        取到本机的哪个文件夹
        <input name="folder" required value={wish.folder} placeholder="/home/我/株洲2024" maxlength={4096} />
      </label>
      <label>
        您的邮箱或网址，写进每个请求，网站的管理员由它找到您
        <input name="contact" required value={wish.contact} placeholder="audit@example.org" maxlength={200} />
      </label>
      <label>
        列表中的标题须有其中一个词（都不填为不限）
        <input name="titles" value={wish.titles.join('，')} maxlength={500} />
      </label>
      <YearField {...(wish.year !== null && { value: String(wish.year) })} />
      <details>
        <summary>走多远、走多快</summary>
        <NumberField name="depth" title="往下跟几层链接" value={wish.depth} least={0} />
        <NumberField name="pages" title="一个列表最多翻几页" value={wish.pages} least={1} />
        <NumberField name="pause" title="两次请求之间停几秒" value={wish.pause} least={1} />
        <NumberField name="quota" title="对一个网站一天最多请求几次" value={wish.quota} least={1} />
        <label class="choice">
          <input type="checkbox" name="private" value="1" checked={wish.allowPrivate} />{' '}
          也访问本机和内网的地址（自己的测试站）
        </label>
      </details>
      <p class="soft">取过的不会重取；取完之后再收集，只取变了的，旧版本留着。</p>
      <button type="submit">收集</button>
    </form>
  </section>
);

const NumberField: FC<{ name: string; title: string; value: number; least: number }> = ({
  name,
  title,
  value,
  least,
}) => (
  <label>
    {title}
    <input name={name} type="number" class="short" value={value} min={least} max={999_999} />
  </label>
);
