import type { Child, FC } from 'hono/jsx';
import type { Compared, ComparedBy } from '../../../app/compare-nearest.js';
import { COMPARED_KINDS } from '../../../app/compare-statements.js';
import { STATEMENT_KINDS } from '../../../model/statement.js';
import type { StatementComparison } from '../../../model/statement-comparison.js';
import type { CompareQuery } from '../../compare-query.js';
import { pageLink, projectLink } from '../../links.js';
import { addressOf } from '../../list-query.js';
import { EmptyState } from '../../parts/empty-state.js';
import { ActiveFilters } from '../../parts/filter-form.js';
import { showCount } from '../../parts/format-figures.js';
import { PageFrame } from '../../parts/page-frame.js';
import { PhoneFold } from '../../parts/phone-fold.js';
import { YearField } from '../../parts/year-field.js';
import type { Site } from '../../site.js';
import { AmountGroups } from './amount-groups.js';
import { PriceGroups, TargetGroups } from './figure-groups.js';
import { StatementTable } from './statement-table.js';

interface ViewProps {
  site: Site;
  query: CompareQuery;
  /** null: nothing was asked yet. */
  compared: Compared | null;
}

export const CompareView: FC<ViewProps> = ({ site, query, compared }) => (
  <CompareFrame site={site} query={query} title={compared?.title ?? null}>
    {compared === null ? <Nothing /> : <Answer query={query} compared={compared} />}
  </CompareFrame>
);

/** Statements of one kind over places and years. */
export const StatementsView: FC<Omit<ViewProps, 'compared'> & { statements: StatementComparison }> = ({
  site,
  query,
  statements,
}) => (
  <CompareFrame site={site} query={query} title={statements.title}>
    <StatementTable comparison={statements} />
  </CompareFrame>
);

/** @param title what is compared; null where nothing is */
const CompareFrame: FC<Omit<ViewProps, 'compared'> & { title: string | null; children?: Child }> = ({
  site,
  query,
  title,
  children,
}) => (
  <PageFrame
    site={site}
    title={title === null ? '比较' : `比较：${title}`}
    section="/compare"
    styles={['compare.css', 'bars.css']}
  >
    <CompareForm query={query} isAnswered={title !== null} />
    <ActiveFilters
      query={query}
      titles={{ topic: '事项', indicator: '指标', statement: '预算表' }}
      named={{ statement: (words) => title ?? words }}
    />
    {children}
  </PageFrame>
);

const CompareForm: FC<{ query: CompareQuery; isAnswered: boolean }> = ({
  query: { given, statement },
  isAnswered,
}) => (
  <search>
    {isAnswered && <PhoneFold title="比较别的，或缩小范围" />}
    <form class={isAnswered ? 'fields folded' : 'fields'} action="/compare" aria-label="比较什么">
      <label>
        事项
        <input type="search" name="topic" value={given.topic} placeholder="如 见义勇为" />
      </label>
      <label>
        或指标
        <input type="search" name="indicator" value={given.indicator} placeholder="如 群众满意度" />
      </label>
      <label>
        或预算表
        <select name="statement">
          <option value="">不比较预算表</option>
          {COMPARED_KINDS.map((kind) => (
            <option value={kind} selected={kind === statement}>
              {STATEMENT_KINDS[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        地区
        <input name="region" value={given.region} placeholder="全部" />
      </label>
      <YearField value={given.year} placeholder="全部" />
      <label>
        部门
        <input name="department" value={given.department} placeholder="全部" />
      </label>
      <button type="submit">比较</button>
    </form>
  </search>
);

const Nothing: FC = () => (
  <EmptyState>
    写一件各地都在做的事（如
    禁毒、校车、河道清淤），看各地各年安排了多少钱、单价多少、目标定得怎样；或写一个指标名称，把各地的指标值并列；或选一种预算表，把各地各年的“三公”经费、支出总表等并列。也可以在项目页点“比较同类项目”。
    想知道一个地方哪些部门、哪些县已经公开，见<a href="/coverage">公开情况</a>；一个部门历年的变化，见
    <a href="/trend">历年</a>。
  </EmptyState>
);

const TABS: { show: ComparedBy; title: string }[] = [
  { show: 'amounts', title: '金额' },
  { show: 'prices', title: '单价' },
  { show: 'targets', title: '指标值' },
];

const Answer: FC<{ query: CompareQuery; compared: Compared }> = ({ query, compared }) => (
  <>
    {compared.project !== null && (
      <p>
        与 <a href={projectLink(compared.project.id)}>{compared.project.project}</a>
        （p{compared.project.id}）同类的项目；
        <a href={pageLink('/trend', { project: compared.project.id })}>看它历年的变化</a>、
        <a href={pageLink('/track', { project: compared.project.id })}>目标与结果</a>
      </p>
    )}
    {query.subject?.kind !== 'indicator' && (
      <ul class="tabs" aria-label="比较什么数">
        {TABS.map(({ show, title }) => (
          <li>
            <a
              href={addressOf(query, { show: show === 'amounts' ? null : show })}
              aria-current={query.shown === show ? 'page' : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    )}
    {compared.cut !== null && (
      <p class="notice">
        库中可能有关的{compared.cut.what}不止 {showCount(compared.cut.most)} 个，只在名称最相近的{' '}
        {showCount(compared.cut.most)} 个里比较；用地区、年度、部门缩小范围可以比得更全，全部见命令{' '}
        <code>mingzhang compare</code>。
      </p>
    )}
    <ShownGroups compared={compared} />
  </>
);

const ShownGroups: FC<{ compared: Compared }> = ({ compared: { shown, title } }) => {
  switch (shown.kind) {
    case 'amounts':
      return <AmountGroups found={shown.found} />;
    case 'prices':
      return <PriceGroups groups={shown.groups} title={title} />;
    case 'targets':
      return <TargetGroups groups={shown.groups} title={title} />;
  }
};
