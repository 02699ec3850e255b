import type { FC } from 'hono/jsx';
import type { AuditState } from '../../audits/audit-runner.js';
import { showCount } from '../../parts/format-figures.js';
import { YearField } from '../../parts/year-field.js';

/** What the last audit started from the site is doing, where there is something to say. */
export const AuditNotice: FC<{ state: AuditState }> = ({ state }) => {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <section class="notice" id="audit-running" role="status">
          <label>
            正在核查（{state.scope}）：已看 <output>{showCount(state.seen)}</output> 份，约{' '}
            {showCount(state.documents)} 份
            <progress max={Math.max(state.documents, state.seen, 1)} value={state.seen} />
          </label>
          <p class="soft">
            看完后清单自动更新；没有更新时请<a href="/findings">刷新</a>。期间可以照常浏览。
          </p>
        </section>
      );
    case 'done':
      return (
        <p class="notice good" role="status">
          核查完成（{state.scope}）：
          {state.documents === 0 ? '自上次核查后没有改动，没有重查' : `文档 ${showCount(state.documents)} 份`}
          ，疑点 {showCount(state.findings)} 条。
        </p>
      );
    case 'failed':
      return (
        <p class="notice" role="alert">
          核查没有完成（{state.scope}）：{state.message}。原来的清单没有变；可以再试一次。
        </p>
      );
  }
};

/** Scope of an audit as a form that starts it. */
export const AuditForm: FC<{ open: boolean; given: Readonly<Record<string, string>> }> = ({
  open,
  given,
}) => (
  <details class="audit-form" open={open}>
    <summary>运行核查</summary>
    <form class="fields" method="post" action="/audit">
      <label>
        地区
        <input name="region" value={given.region} placeholder="名称或代码，空白为全部" />
      </label>
      <YearField value={given.year} placeholder="全部" />
      <label>
        部门
        <input name="department" value={given.department} placeholder="名称，空白为全部" />
      </label>
      <button type="submit">开始核查</button>
    </form>
    <p class="soft">在后台运行，一次一个；结论按疑点保留，再核查不会丢。</p>
  </details>
);
