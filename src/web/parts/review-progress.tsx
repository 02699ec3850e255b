import type { FC } from 'hono/jsx';
import { REVIEW_STATE_TEXT, REVIEW_STATES, type ReviewState } from '../../model/review.js';
import { showShare } from '../../report/show-share.js';
import { addressOf, type ListQuery } from '../list-query.js';
import { showCount } from './format-figures.js';

/** How far the review of the findings listed is: answered of all, and each state as a link to its findings. */
export const ReviewProgress: FC<{ query: ListQuery; states: Record<ReviewState, number> }> = ({
  query,
  states,
}) => {
  const all = REVIEW_STATES.reduce((sum, state) => sum + states[state], 0);
  if (all === 0) return null;
  const answered = all - states.open;
  return (
    <section class="review-progress" aria-label="复核进度">
      <p>
        <label>
          已复核 {showCount(answered)} / {showCount(all)} 条（{showShare(answered, all)}）
          <progress max={all} value={answered} />
        </label>
      </p>
      <ul class="chips">
        {REVIEW_STATES.map((state) => (
          <li>
            <a
              href={addressOf(query, { review: query.given.review === state ? null : state })}
              aria-current={query.given.review === state || undefined}
              title={REVIEW_STATE_TEXT[state].meaning}
            >
              {REVIEW_STATE_TEXT[state].title} {showCount(states[state])}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
