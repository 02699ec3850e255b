import type { FC } from 'hono/jsx';
import { REVIEW_STATE_TEXT, type Review } from '../../../model/review.js';
import { showTime } from '../../../report/show-time.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Answer } from '../../reviews/save-answer.js';
import type { Site } from '../../site.js';
import { FINDING_ASSETS } from './finding-view.js';

/** Two reviewers answered at once: both answers, and the choice between them. */
export const ConflictView: FC<{ site: Site; id: number; answer: Answer; stored: Review; back: string }> = ({
  site,
  id,
  answer,
  stored,
  back,
}) => (
  <PageFrame site={site} title={`f${id}：别人刚刚答复过`} section="/findings" {...FINDING_ASSETS}>
    <p class="notice" role="alert">
      您打开这条疑点之后，{stored.who} 已经答复（{showTime(stored.at)}
      ）。您的结论还没有保存，请选择保留哪一个。
    </p>
    <div class="two-answers">
      <section>
        <h2>{stored.who} 的结论（已保存）</h2>
        <Given state={stored.state} comment={stored.comment} />
        <p>
          <a class="button plain" href={back}>
            保留 {stored.who} 的结论
          </a>
        </p>
      </section>
      <section>
        <h2>您的结论（{answer.who}）</h2>
        <Given state={answer.state} comment={answer.comment} />
        <form method="post" action={`/findings/${id}/review`}>
          {Object.entries({ ...answer, comment: answer.comment ?? '', basedOn: stored.at }).map(
            ([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <button type="submit">改为我的结论</button>
        </form>
      </section>
    </div>
    <p>
      <a href={`/findings/${id}`}>重新看这条疑点</a>
    </p>
  </PageFrame>
);

const Given: FC<Pick<Review, 'state' | 'comment'>> = ({ state, comment }) => (
  <dl class="facts">
    <dt>结论</dt>
    <dd>{REVIEW_STATE_TEXT[state].title}</dd>
    <dt>意见</dt>
    <dd>{comment ?? '（没有写）'}</dd>
  </dl>
);
