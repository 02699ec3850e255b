import type { FC } from 'hono/jsx';
import { ruleTitle } from '../../../app/rules.js';
import { SEVERITY_TITLES } from '../../../model/facts/severities.js';
import { REVIEW_STATE_TEXT, REVIEW_STATES, type ReviewState } from '../../../model/review.js';
import { showTime } from '../../../report/show-time.js';
import type { AuditState } from '../../audits/audit-runner.js';
import { FINDING_TITLES, FINDINGS_A_PAGE, type FindingQuery } from '../../finding-query.js';
import { pageLink } from '../../links.js';
import { addressOf } from '../../list-query.js';
import { AnsweredNotice } from '../../parts/answered-notice.js';
import { EmptyState } from '../../parts/empty-state.js';
import { FacetList } from '../../parts/facet-list.js';
import { ActiveFilters, FilterForm } from '../../parts/filter-form.js';
import { ALIKE_KEY, ANSWER_KEYS, KeyHelp, type Keys, UNDO_KEY } from '../../parts/key-help.js';
import { PageFrame } from '../../parts/page-frame.js';
import { Pager } from '../../parts/pager.js';
import { ReviewProgress } from '../../parts/review-progress.js';
import { showsReviews } from '../../reviews/shows-reviews.js';
import type { Site } from '../../site.js';
import { AuditForm, AuditNotice } from './audit-part.js';
import { DepartmentGroups, RuleGroups } from './findings-groups.js';
import { FindingsTable } from './findings-table.js';
import type { FindingsShown } from './read-findings.js';

interface ViewProps {
  site: Site;
  query: FindingQuery;
  findings: FindingsShown;
  audit: AuditState;
  /** Who answered last from this browser. */
  who: string;
  /** Columns chosen; null: the usual ones. */
  chosen: readonly string[] | null;
}

export const FindingsView: FC<ViewProps> = ({ site, query, findings, audit, who, chosen }) => (
  <PageFrame
    site={site}
    title="疑点清单"
    section="/findings"
    styles={['findings.css']}
    scripts={['keys.js', 'review.js']}
  >
    <p class="soft">
      疑点是待核实的线索，不是结论：请对照原文判断。
      {findings.audited !== null && (
        <>
          {' '}
          最近一次核查：{showTime(findings.audited)}。
          <a class="with-program" href="/changed-reviews">
            复核之后变了的
          </a>
        </>
      )}
    </p>
    <AnsweredNotice
      answered={site.readOnly ? null : findings.answered}
      query={query}
      back={addressOf(query, { page: query.page })}
    />
    <AuditNotice state={audit} />
    {!site.readOnly && audit.kind !== 'running' && (
      <AuditForm open={findings.audited === null} given={query.given} />
    )}
    {findings.audited === null ? (
      audit.kind !== 'running' && <NeverAudited readOnly={site.readOnly} />
    ) : (
      <Contents site={site} query={query} findings={findings} who={who} chosen={chosen} />
    )}
  </PageFrame>
);

const answeredOf = ({ states }: FindingsShown): number =>
  REVIEW_STATES.reduce((sum, state) => sum + (state === 'open' ? 0 : states[state]), 0);

const NeverAudited: FC<{ readOnly: boolean }> = ({ readOnly }) => (
  <EmptyState>
    还没有核查过。
    {readOnly
      ? '请运行 mingzhang audit，或不带 --read-only 重新启动后在这里核查。'
      : '在上面选好范围，开始核查。'}
  </EmptyState>
);

const Contents: FC<Omit<ViewProps, 'audit'>> = ({ site, query, findings, who, chosen }) => (
  <>
    <FilterForm
      query={query}
      fields={['text', 'region', 'year', 'stage', 'department', 'project']}
      own={['reported']}
    >
      <label>
        范围
        <select name="reported">
          <option value="">现有疑点</option>
          <option value="0" selected={query.given.reported === '0'}>
            已不再报告、但答复过的
          </option>
        </select>
      </label>
    </FilterForm>
    <ActiveFilters
      query={query}
      titles={FINDING_TITLES}
      named={{
        severity: (value) => SEVERITY_TITLES[value as keyof typeof SEVERITY_TITLES],
        rule: ruleTitle,
        review: (value) => REVIEW_STATE_TEXT[value as ReviewState].title,
        reported: () => '已不再报告',
      }}
    />
    {showsReviews(site, answeredOf(findings)) && <ReviewProgress query={query} states={findings.states} />}
    <Tabs query={query} />
    {findings.findings === 0 ? (
      <Nothing query={query} />
    ) : (
      <div class="with-facets">
        <Facets query={query} findings={findings} />
        <div>
          <Shown site={site} query={query} findings={findings} who={who} chosen={chosen} />
          <Pager query={query} total={{ rows: findings.total, isExact: true }} size={FINDINGS_A_PAGE} />
          <Exports query={query} />
          {query.group === null && (
            <KeyHelp keys={site.readOnly ? LIST_KEYS : [...LIST_KEYS, ...ANSWER_KEYS, ALIKE_KEY, UNDO_KEY]} />
          )}
        </div>
      </div>
    )}
  </>
);

const Tabs: FC<{ query: FindingQuery }> = ({ query }) => (
  <ul class="tabs" aria-label="怎样看">
    {[
      { group: null, title: '逐条' },
      { group: 'rule', title: '按规则' },
      { group: 'department', title: '按部门' },
    ].map(({ group, title }) => (
      <li>
        <a href={addressOf(query, { group })} aria-current={query.group === group ? 'page' : undefined}>
          {title}
        </a>
      </li>
    ))}
  </ul>
);

const Nothing: FC<{ query: FindingQuery }> = ({ query }) => (
  <EmptyState>
    {Object.keys(query.given).length === 0 ? (
      '最近的核查没有发现疑点。'
    ) : (
      <>
        没有符合条件的疑点。可去掉一些条件，或看<a href={query.path}>全部疑点</a>。
      </>
    )}
  </EmptyState>
);

const Facets: FC<{ query: FindingQuery; findings: FindingsShown }> = ({ query, findings }) => (
  <aside class="facets" aria-label="分类计数">
    <FacetList
      query={query}
      name="severity"
      title="程度"
      values={findings.severities.map(({ value, count }) => ({
        value,
        title: SEVERITY_TITLES[value],
        count,
      }))}
    />
    <FacetList
      query={query}
      name="rule"
      title="规则"
      values={findings.rules.map(({ value, count }) => ({ value, title: ruleTitle(value), count }))}
    />
  </aside>
);

const Shown: FC<Omit<ViewProps, 'audit'>> = ({ site, query, findings, who, chosen }) => {
  const { shown, isFirst } = findings;
  const withReviews = showsReviews(site, answeredOf(findings));
  switch (shown.kind) {
    case 'rules':
      return <RuleGroups query={query} rows={shown.rows} withReviews={withReviews} />;
    case 'departments':
      return <DepartmentGroups query={query} rows={shown.rows} withReviews={withReviews} />;
    case 'findings':
      return (
        <FindingsTable
          query={query}
          rows={shown.rows}
          who={site.readOnly ? null : who}
          alike={shown.alike}
          isFirst={isFirst}
          withReviews={withReviews}
          chosen={chosen}
        />
      );
  }
};

const FORMATS = [
  { format: 'csv', title: 'CSV' },
  { format: 'json', title: 'JSON' },
  { format: 'xlsx', title: 'Excel（带证据，填好可读回）' },
];

const Exports: FC<{ query: FindingQuery }> = ({ query }) => {
  const { page: _, group: __, ...given } = query.given;
  return (
    <p class="exports no-print with-program">
      下载所筛选的疑点：
      {FORMATS.map(({ format, title }) => (
        <>
          <a href={pageLink('/findings/export', { ...given, format })}>{title}</a>{' '}
        </>
      ))}
    </p>
  );
};

const LIST_KEYS: Keys = [
  { keys: ['j', 'k'], title: '下一条、上一条；到头翻页' },
  { keys: ['回车', 'o'], title: '打开这一条，看原文证据' },
];
