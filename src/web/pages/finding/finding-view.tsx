import type { FC } from 'hono/jsx';
import { SEVERITY_TITLES } from '../../../model/facts/severities.js';
import { TOLERANCE_TITLES } from '../../../model/finding.js';
import { showTime } from '../../../report/show-time.js';
import { type FindingQuery, findingInList, placeInList } from '../../finding-query.js';
import { departmentLink, documentLink, projectLink, slipLink } from '../../links.js';
import { AlikeLink } from '../../parts/alike-link.js';
import { AnsweredNotice } from '../../parts/answered-notice.js';
import { Figures } from '../../parts/figures.js';
import { showCount, showListed, showRegion, showYear } from '../../parts/format-figures.js';
import { ALIKE_KEY, ANSWER_KEYS, KeyHelp, type Keys, UNDO_KEY } from '../../parts/key-help.js';
import { PageFrame } from '../../parts/page-frame.js';
import { ReviewForm } from '../../parts/review-form.js';
import { ReviewMark } from '../../parts/review-mark.js';
import { SeverityMark } from '../../parts/severity.js';
import { SOURCE_KEYS, SOURCE_STYLES, SOURCE_VIEW_SCRIPTS } from '../../parts/source/source-view.js';
import type { ListProgress } from '../../reviews/finding-place.js';
import { showsReviews } from '../../reviews/shows-reviews.js';
import type { Site } from '../../site.js';
import { PrintedText, Working } from './finding-evidence.js';
import type { FindingPage } from './read-finding.js';

interface ViewProps {
  site: Site;
  query: FindingQuery;
  page: FindingPage;
  /** Who answered last from this browser. */
  who: string;
}

const keysOf = (readOnly: boolean): Keys => [
  { keys: ['j', 'k'], title: '下一条、上一条' },
  { keys: ['u'], title: '回到清单，停在这一条' },
  ...(readOnly ? [] : [...ANSWER_KEYS, ALIKE_KEY, UNDO_KEY]),
  ...SOURCE_KEYS,
];

/** Styles and scripts of pages about one finding. */
export const FINDING_ASSETS = {
  styles: [...SOURCE_STYLES, 'findings.css'],
  scripts: [...SOURCE_VIEW_SCRIPTS, 'review.js'],
};

export const FindingView: FC<ViewProps> = ({ site, query, page, who }) => {
  const { finding, listed, rule } = page;
  const withReviews = showsReviews(site, page.progress?.answered ?? (listed.at === null ? 0 : 1));
  return (
    <PageFrame
      site={site}
      title={`f${listed.id} ${rule?.title ?? finding.rule}`}
      section="/findings"
      {...FINDING_ASSETS}
    >
      <AnsweredNotice
        answered={site.readOnly ? null : page.answered}
        query={query}
        back={findingInList(listed.id, query)}
      />
      <Around query={query} page={page} withProgress withReviews={withReviews} />
      <p class="finding-message">
        <SeverityMark severity={listed.severity} verdict={listed.verdict} /> <Figures text={listed.message} />
      </p>
      {listed.reported === 0 && <p class="notice">后来的核查已不再报告这条疑点。</p>}
      <div class="finding">
        <PrintedText page={page} />
        <div>
          {withReviews && (
            <section aria-labelledby="review">
              <h2 id="review">复核</h2>
              <p>
                <ReviewMark review={listed} />
                {listed.at !== null && <span class="soft"> {showTime(listed.at)}</span>}
              </p>
              {!site.readOnly && (
                <>
                  <ReviewForm finding={listed} who={who} back={findingInList(listed.id, query)} roomy />
                  <AlikeLink id={listed.id} alike={page.alike} query={query} />
                </>
              )}
            </section>
          )}
          <p>
            <a href={slipLink(listed.id)}>下载取证单（Word）</a>
          </p>
          <Working page={page} />
          <Subject page={page} />
        </div>
      </div>
      <About page={page} />
      <Around query={query} page={page} />
      <KeyHelp keys={keysOf(site.readOnly)} />
    </PageFrame>
  );
};

/** The way back to the list, and to the findings before and behind in it. */
const Around: FC<Pick<ViewProps, 'query' | 'page'> & { withProgress?: boolean; withReviews?: boolean }> = ({
  query,
  page: { neighbours, place, progress },
  withProgress = false,
  withReviews = false,
}) => (
  <nav class="finding-nav" aria-label={withProgress ? '清单中的前后' : '清单中的前后，页末'}>
    {withProgress && progress !== null && <Progress {...progress} withReviews={withReviews} />}
    <a href={placeInList(query, place.page, place.row)} aria-keyshortcuts="u">
      回到清单
    </a>
    {withProgress && withReviews && (
      <a class="to-review" href="#review">
        复核 ↓
      </a>
    )}
    {neighbours.previous !== null && (
      <a rel="prev" href={findingInList(neighbours.previous, query)} aria-keyshortcuts="k">
        ← 上一条 f{neighbours.previous}
      </a>
    )}
    {neighbours.next !== null && (
      <a rel="next" href={findingInList(neighbours.next, query)} aria-keyshortcuts="j">
        下一条 f{neighbours.next} →
      </a>
    )}
  </nav>
);

const Progress: FC<ListProgress & { withReviews: boolean }> = ({
  position,
  total,
  answered,
  withReviews,
}) => (
  <span class="list-progress">
    第 {showCount(position)} 条，共 {showCount(total)} 条
    {withReviews && (
      <>
        {' '}
        · 已复核 {showCount(answered)}{' '}
        <progress max={total} value={answered} aria-label={`已复核 ${answered} / ${total}`} />
      </>
    )}
  </span>
);

const Subject: FC<{ page: FindingPage }> = ({ page: { finding, listed, project, sources } }) => {
  const department = departmentLink(listed);
  const named = showListed(listed.department) || '部门未定';
  const source = sources.sources.find(({ document }) => document.sha256 === finding.document);
  return (
    <section aria-labelledby="subject">
      <h2 id="subject">对象</h2>
      <dl class="facts">
        <dt>地区</dt>
        <dd>
          {showRegion(listed)} {listed.region_code !== null && <span class="soft">{listed.region_code}</span>}
        </dd>
        <dt>年度</dt>
        <dd>{showYear(listed.year)}</dd>
        <dt>部门</dt>
        <dd>{department === null ? named : <a href={department}>{named}</a>}</dd>
        {finding.project !== null && (
          <>
            <dt>项目</dt>
            <dd>
              {project === null ? finding.project : <a href={projectLink(project)}>{finding.project}</a>}
            </dd>
          </>
        )}
        <dt>文件</dt>
        <dd>
          {listed.document_id === null ? (
            '已不在库中'
          ) : (
            <a href={documentLink(listed.document_id)}>
              {source?.document.path ?? `文档 d${listed.document_id}`}
            </a>
          )}
        </dd>
      </dl>
    </section>
  );
};

const About: FC<{ page: FindingPage }> = ({ page: { finding, rule, history } }) => (
  <div class="columns">
    <section aria-labelledby="rule">
      <h2 id="rule">规则</h2>
      {rule === null ? (
        <p>现在的程序已没有规则 {finding.rule}。</p>
      ) : (
        <dl class="facts">
          <dt>规则</dt>
          <dd>
            <a href={`/rules#${rule.id}`}>{rule.title}</a>（{rule.id}，第 {finding.ruleVersion} 版
            {finding.ruleVersion !== rule.version && `，现为第 ${rule.version} 版，请重新核查`}）
          </dd>
          <dt>最高程度</dt>
          <dd>{SEVERITY_TITLES[rule.severity]}</dd>
          <dt>为什么要看</dt>
          <dd>{rule.why}</dd>
          <dt>依据</dt>
          <dd>{rule.authority.source}</dd>
          <dt>容差</dt>
          <dd>{TOLERANCE_TITLES[rule.tolerance]}</dd>
        </dl>
      )}
    </section>
    <section aria-labelledby="history">
      <h2 id="history">经过</h2>
      <dl class="facts">
        {history.map(({ run, at, until, message }, index) => (
          <>
            <dt>第 {run} 次核查起</dt>
            <dd>
              {showTime(at)}
              {until !== at && ` 至 ${showTime(until)}`}
              {index > 0 && `：${message}`}
            </dd>
          </>
        ))}
      </dl>
    </section>
  </div>
);
