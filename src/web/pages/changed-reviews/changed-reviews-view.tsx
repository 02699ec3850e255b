import type { FC } from 'hono/jsx';
import type { ReviewChange } from '../../../app/changed-reviews.js';
import { ruleTitle } from '../../../app/rules.js';
import { showTime } from '../../../report/show-time.js';
import { findingLink } from '../../links.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Figures } from '../../parts/figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';

export const ChangedReviewsView: FC<{ site: Site; changes: readonly ReviewChange[] }> = ({
  site,
  changes,
}) => (
  <PageFrame site={site} title="复核之后变了的疑点" section="/findings" styles={['findings.css']}>
    <p class="soft">
      规则、读取程序或文档改动之后，答复过的疑点若说法变了，或不再报告，就列在这里；答复照旧保留，是否改由复核人决定。
    </p>
    {changes.length === 0 ? (
      <EmptyState>复核过的疑点，所依据的都没有变。</EmptyState>
    ) : (
      changes.map((change) => (
        <article aria-labelledby={change.id}>
          <h2 id={change.id}>
            <a href={findingLink(Number(change.id.slice(1)))}>{ruleTitle(change.rule)}</a>
          </h2>
          <dl class="facts">
            <dt>答复</dt>
            <dd>
              {change.review}，{change.reviewer}，{showTime(change.answered)}
            </dd>
            <dt>那时</dt>
            <dd>
              <Figures text={change.before} />
            </dd>
            <dt>现在</dt>
            <dd>
              <Figures text={change.after ?? '不再报告'} />
            </dd>
            <dt>为什么</dt>
            <dd>{change.why}</dd>
          </dl>
        </article>
      ))
    )}
  </PageFrame>
);
