import type { FC } from 'hono/jsx';
import type { ReviewedFinding } from '../../model/ports/findings.js';
import { REVIEW_STATE_TEXT } from '../../model/review.js';
import { Figures } from './figures.js';
import { showListed } from './format-figures.js';

/** What a reviewer answered, in short: `排除：程序读错（张三）`. */
export const ReviewMark: FC<{ review: Pick<ReviewedFinding, 'state' | 'comment' | 'who'> }> = ({
  review: { state, comment, who },
}) => (
  <span class={`answer ${state}`}>
    <b>{REVIEW_STATE_TEXT[state].title}</b>
    {comment !== null && (
      <>
        ：<Figures text={showListed(comment)} />
      </>
    )}
    {who !== null && <span class="soft">（{showListed(who)}）</span>}
  </span>
);
