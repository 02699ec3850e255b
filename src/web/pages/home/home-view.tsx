import type { FC } from 'hono/jsx';
import { pageLink } from '../../links.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import type { PlaceMeasure } from '../../parts/places/measures.js';
import { showsReviews } from '../../reviews/shows-reviews.js';
import type { Site } from '../../site.js';
import { CountryTiles } from './country-tiles.js';
import { NewestList } from './newest-list.js';
import type { Home } from './read-home.js';
import { FindingsBySeverity, GravestList, ReviewBySeverity } from './review-summary.js';

/** The first page: what this is, where there is what, how far the review is, what is gravest, what is new. */
export const HomeView: FC<{ site: Site; home: Home; measure: PlaceMeasure }> = ({ site, home, measure }) => (
  <PageFrame site={site} title="各地部门预算绩效目标" section="/" styles={['places.css', 'home.css']}>
    <p class="what">
      明账把各地公开的部门预算和绩效目标表读成可以查询、比较的部门、项目和指标，并列出数字对不上的地方，每一处都指到原文的那一格。
    </p>
    {home.documents === 0 ? (
      <EmptyStore readOnly={site.readOnly} />
    ) : (
      <Contents home={home} measure={measure} readOnly={site.readOnly} />
    )}
  </PageFrame>
);

const EmptyStore: FC<{ readOnly: boolean }> = ({ readOnly }) => (
  <EmptyState>
    库里还没有文档。
    {readOnly ? (
      '请换一个库，或不带 --read-only 重新启动后导入。'
    ) : (
      <>
        到<a href="/import">导入</a>上传文件或指定文件夹：Word、Excel、WPS、PDF、网页、文本、压缩包都可以。
      </>
    )}
  </EmptyState>
);

const Contents: FC<{ home: Home; measure: PlaceMeasure; readOnly: boolean }> = ({
  home,
  measure,
  readOnly,
}) => {
  const answered = home.findings?.progress.reduce((sum, each) => sum + each.answered, 0) ?? 0;
  const isForReview = showsReviews({ readOnly }, answered);
  return (
    <>
      <InStore home={home} />
      <div class="home">
        <section aria-labelledby="where">
          <h2 id="where">哪里有什么</h2>
          {home.map === null ? (
            <EmptyState>
              库中文档的年度都未定，画不出图；可在<a href="/documents?unresolved=1">文档</a>里指定。
            </EmptyState>
          ) : (
            <CountryTiles map={home.map} years={home.years} measure={measure} />
          )}
        </section>
        <div>
          <section aria-labelledby="progress">
            <h2 id="progress">{isForReview ? '复核到哪里了' : '待核实的线索'}</h2>
            {home.findings === null ? (
              <NotAudited readOnly={readOnly} />
            ) : isForReview ? (
              <ReviewBySeverity progress={home.findings.progress} />
            ) : (
              <FindingsBySeverity progress={home.findings.progress} />
            )}
          </section>
          {home.findings !== null && home.findings.gravest.length > 0 && (
            <section aria-labelledby="gravest">
              <h2 id="gravest">最要紧的待核实线索</h2>
              <GravestList findings={home.findings.gravest} />
            </section>
          )}
          <section aria-labelledby="newest">
            <h2 id="newest">新来的文档</h2>
            <NewestList newest={home.newest} readOnly={readOnly} />
          </section>
        </div>
      </div>
    </>
  );
};

/** All that is in the store, in a line; each count leads on. */
const InStore: FC<{ home: Home }> = ({ home }) => (
  <p class="soft in-store">
    库中有 {showCount(home.regions)} 个地区的 {showCount(home.departments)} 个部门：
    <a href="/search?view=projects">{showCount(home.projects)} 个项目</a>、
    <a href="/search?view=indicators">{showCount(home.indicators)} 条指标</a>、
    <a href="/search?view=statements">{showCount(home.statements)} 张预算表</a>，出自{' '}
    <a href="/documents">{showCount(home.documents)} 份文档</a>
    {home.unresolved > 0 && (
      <>
        （<a href={pageLink('/documents', { unresolved: 1 })}>{showCount(home.unresolved)} 份归属未定</a>）
      </>
    )}
    ；各年度、各级、各阶段（预算、自评……）都在内。
  </p>
);

const NotAudited: FC<{ readOnly: boolean }> = ({ readOnly }) => (
  <EmptyState>
    还没有核查过。
    {readOnly ? (
      '在命令行运行 mingzhang audit。'
    ) : (
      <>
        到<a href="/findings">疑点清单</a>运行核查。
      </>
    )}
  </EmptyState>
);
