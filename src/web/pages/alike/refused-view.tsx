import type { FC } from 'hono/jsx';
import type { AnsweredTogether } from '../../../app/review.js';
import { REVIEW_TITLES } from '../../../model/review.js';
import { showTime } from '../../../report/show-time.js';
import { findingLink } from '../../links.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { Site } from '../../site.js';

/** Others had answered some of the findings meanwhile: which, how, and what became of the rest. */
export const RefusedView: FC<{ site: Site; result: AnsweredTogether; onward: string }> = ({
  site,
  result: { saved, outdated },
  onward,
}) => (
  <PageFrame site={site} title="有几条别人刚刚答复过" section="/findings" styles={['findings.css']}>
    <p class="notice" role="alert">
      您打开页面之后，以下 {showCount(outdated.length)} 条已由别人答复，没有改动
      {saved > 0 && `；其余 ${showCount(saved)} 条已保存`}。
    </p>
    <ul>
      {outdated.map(({ id, stored }) => (
        <li>
          <a href={findingLink(id)}>f{id}</a> {REVIEW_TITLES[stored.state]}
          {stored.comment !== null && `：${showListed(stored.comment)}`}
          <span class="soft">
            （{stored.who}，{showTime(stored.at)}）
          </span>
        </li>
      ))}
    </ul>
    <p>
      <a class="button" href={onward}>
        继续
      </a>
    </p>
  </PageFrame>
);
