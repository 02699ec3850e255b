import type { FC } from 'hono/jsx';
import { STAGE_TITLES } from '../../../model/facts/stages.js';
import { NAME_LIKENESS_TITLES, type NameCandidate } from '../../../model/name-candidate.js';
import { NAME_KIND_TITLES, type NameKind } from '../../../model/names.js';
import { placeTitle } from '../../../report/names-table.js';
import { addressOf, type ListQuery } from '../../list-query.js';
import { EmptyState } from '../../parts/empty-state.js';
import { ActiveFilters, FilterForm } from '../../parts/filter-form.js';
import { showCount } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import { Pager } from '../../parts/pager.js';
import { LONGEST_NAME } from '../../parts/review-form.js';
import type { Site } from '../../site.js';
import { DecidedNames, JustDecided } from './decided-names.js';
import { NameButtons, NameSideView } from './name-side.js';
import { CANDIDATES_A_PAGE, type NamesPageData } from './read-names.js';

interface NamesViewProps {
  site: Site;
  query: ListQuery;
  data: NamesPageData;
  who: string;
}

/** Names that may be one side by side, and what was decided before. */
export const NamesView: FC<NamesViewProps> = ({ site, query, data, who }) => {
  const back = addressOf(query, { page: query.page });
  const pager = <Pager query={query} total={{ rows: data.total, isExact: true }} size={CANDIDATES_A_PAGE} />;
  return (
    <PageFrame site={site} title="名称" section="/names" styles={['names.css']} scripts={['names.js']}>
      <p class="soft">
        同一个部门、项目常印得不一样。是不是同一个由人决定：合并之后统计、历年、目标与结果都按一个算，所印的照旧保留；随时可以撤回，重新导入后仍然有效。
      </p>
      <JustDecided done={data.done} back={back} />
      <Kinds query={query} kind={data.kind} />
      <FilterForm query={query} fields={['region', 'year', 'department']} />
      <ActiveFilters query={query} />
      {data.isCut && <p class="notice">名称太多，只比了其中一部分；请按地区、部门缩小范围。</p>}
      {data.total === 0 ? (
        <EmptyState>
          没有像是同一个而未决定的{NAME_KIND_TITLES[data.kind]}名称。
          {data.kind === 'project' && '只比同一部门同一年度同一阶段的；不同年度的见“目标与结果”。'}
        </EmptyState>
      ) : (
        <>
          {pager}
          <form method="post" action="/names" class="names">
            <input type="hidden" name="back" value={back} />
            <label>
              谁决定的
              <input class="short" name="who" value={who} maxlength={LONGEST_NAME} autocomplete="name" />
            </label>{' '}
            <span class="soft keys">在一对里按 1、2 合并为左边、右边的名称，3 是两个；↓ ↑ 换一对。</span>
            <ol start={(query.page - 1) * CANDIDATES_A_PAGE + 1}>
              {data.candidates.map((candidate) => (
                <Candidate candidate={candidate} />
              ))}
            </ol>
          </form>
          {data.candidates.length > 10 && pager}
        </>
      )}
      <DecidedNames decisions={data.decisions} decided={data.decided} back={back} />
    </PageFrame>
  );
};

const Kinds: FC<{ query: ListQuery; kind: NameKind }> = ({ query, kind }) => (
  <ul class="tabs" aria-label="类别">
    {(['department', 'project'] as const).map((each) => (
      <li>
        <a
          href={addressOf(query, { of: each === 'department' ? null : each })}
          aria-current={each === kind ? 'true' : undefined}
        >
          {NAME_KIND_TITLES[each]}
        </a>
      </li>
    ))}
  </ul>
);

const Candidate: FC<{ candidate: NameCandidate }> = ({ candidate }) => {
  const { place, owner, likeness, why, a, b } = candidate;
  return (
    <li class="candidate">
      <p>
        {placeTitle(place)}
        {owner && ` ${owner.department} ${owner.year ?? '年度未定'} ${STAGE_TITLES[owner.stage]}`}
        <span class="soft">
          {' '}
          相像 {showCount(Math.round(likeness * 100))}%：{NAME_LIKENESS_TITLES[why]}
        </span>
      </p>
      <div class="sides">
        <NameSideView side={a} other={b} />
        <NameSideView side={b} other={a} />
      </div>
      <NameButtons candidate={candidate} />
    </li>
  );
};
