import type { FC } from 'hono/jsx';
import type { CollectState } from '../../collects/collect-runner.js';
import { CollectProgressView } from './collect-progress-view.js';
import { CollectResultView } from './collect-result-view.js';
import { USUAL_WISH, type WishFields, wishFields } from './read-wish.js';
import { WishForm } from './wish-form.js';

/** The part with an id is exchanged by the script while a collection runs. */
export const CollectView: FC<{ state: CollectState }> = ({ state }) => (
  <>
    <p>
      {'由网址清单取回公开的文件，记下每个文件的网址、标题、发布日期和发布机构；取回之后再导入库中。' +
        '对每个网站一次只有一个请求，遵守 robots.txt，被拒绝就停下。'}
    </p>
    <div data-follow={state.kind === 'running' ? '2000' : undefined}>
      {state.kind === 'running' && <CollectProgressView state={state} />}
      {state.kind === 'failed' && (
        <p class="notice" role="alert">
          没有完成：{state.message}
        </p>
      )}
      {state.kind === 'done' && (
        <CollectResultView summary={state.summary} warnings={state.warnings} folder={state.wish.folder} />
      )}
    </div>
    {state.kind !== 'running' && (
      <WishForm fields={wishFields(state.kind === 'idle' ? USUAL_WISH : state.wish)} />
    )}
  </>
);

/** The form again, as it was sent, with what is wrong with it. */
export const WrongWishView: FC<{ message: string; fields: WishFields }> = ({ message, fields }) => (
  <>
    <p class="notice" role="alert">
      没有开始：{message}
    </p>
    <WishForm fields={fields} />
  </>
);
