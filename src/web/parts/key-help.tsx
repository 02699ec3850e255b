import type { FC } from 'hono/jsx';
import { REVIEW_STATES, REVIEW_TITLES, type ReviewState } from '../../model/review.js';

/** Keys of a page, each with what it does. The script presses what carries the key in `aria-keyshortcuts`. */
export type Keys = readonly { keys: readonly string[]; title: string }[];

/** The key of each answer. */
export const ANSWER_KEY: Readonly<Record<ReviewState, string>> = {
  confirmed: 'c',
  explained: 'e',
  dismissed: 'd',
  open: 'r',
};

export const ANSWER_KEYS: Keys = [
  ...REVIEW_STATES.filter((state) => state !== 'open').map((state) => ({
    keys: [ANSWER_KEY[state]],
    title: `答复：${REVIEW_TITLES[state]}`,
  })),
  { keys: [ANSWER_KEY.open], title: '收回答复，改为待核实' },
  { keys: ['回车'], title: '填好复核人，到意见；写完意见，保存（意见里换行按 Shift+回车）' },
  { keys: ['Esc'], title: '放弃没有保存的答复' },
];

export const ALIKE_KEY = { keys: ['a'], title: '同部门同规则的一并作答' };
export const UNDO_KEY = { keys: ['z'], title: '撤销刚才的答复' };

/** Every key of the page and the switch that turns them off; of use with the script only. */
export const KeyHelp: FC<{ keys: Keys }> = ({ keys }) => (
  <div class="key-help no-print" hidden>
    <button type="button" class="plain" id="show-keys" aria-keyshortcuts="?">
      快捷键 <kbd>?</kbd>
    </button>
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">快捷键</h2>
      <dl class="facts">
        {[...keys, { keys: ['?'], title: '这张表' }].map(({ keys: each, title }) => (
          <>
            <dt>
              {each.map((key) => (
                <>
                  <kbd>{key}</kbd>{' '}
                </>
              ))}
            </dt>
            <dd>{title}</dd>
          </>
        ))}
      </dl>
      <p>
        <label class="choice">
          <input type="checkbox" id="keys-on" checked />
          启用单键快捷键
        </label>
      </p>
      <form method="dialog">
        <button type="submit">关闭</button>
      </form>
    </dialog>
  </div>
);
