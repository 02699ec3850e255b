import type { FC } from 'hono/jsx';
import { ruleTitle } from '../../../app/rules.js';
import type { ReviewedFinding } from '../../../model/ports/findings.js';
import { REVIEW_STATES } from '../../../model/review.js';
import { showDifference } from '../../../report/finding-figures.js';
import { type FindingQuery, findingInList } from '../../finding-query.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Figures } from '../../parts/figures.js';
import { showCount, showListed, showRegion, showYear } from '../../parts/format-figures.js';
import { ANSWER_KEYS, KeyHelp } from '../../parts/key-help.js';
import { PageFrame } from '../../parts/page-frame.js';
import { LONGEST_COMMENT, ReviewerField, StateChoices } from '../../parts/review-form.js';
import { SeverityMark } from '../../parts/severity.js';
import type { Site } from '../../site.js';
import type { AlikeFindings } from './read-alike.js';

interface ViewProps {
  site: Site;
  query: FindingQuery;
  alike: AlikeFindings;
  /** Who answered last from this browser. */
  who: string;
}

const ANSWERS = REVIEW_STATES.filter((state) => state !== 'open');

export const AlikeView: FC<ViewProps> = ({ site, query, alike: { finding, rows, left }, who }) => (
  <PageFrame
    site={site}
    title={`一并作答：${ruleTitle(finding.rule)}`}
    section="/findings"
    styles={['findings.css']}
    scripts={['keys.js', 'review.js', 'alike.js']}
  >
    <p>
      {showRegion(finding)} {showYear(finding.year)} {showListed(finding.department) || '部门未定'}
      　待核实的 <b>{showCount(rows.length + left)}</b> 条。
      <a href={findingInList(finding.id, query)} aria-keyshortcuts="u">
        回到 f{finding.id}
      </a>
    </p>
    {rows.length === 0 ? (
      <EmptyState>这个部门的这一类疑点都已复核。</EmptyState>
    ) : (
      <form class="review together" method="post" action={`/findings/${finding.id}/alike`}>
        <button type="button" class="plain all-or-none" aria-keyshortcuts="x" hidden>
          全不选
        </button>
        <Chosen rows={rows} query={query} />
        {left > 0 && (
          <p class="notice">
            一次最多 {showCount(rows.length)} 条；余下 {showCount(left)} 条答复后再来。
          </p>
        )}
        <StateChoices states={ANSWERS} chosen={null} />
        {who === '' && <ReviewerField who={who} />}
        <label>
          理由（写给所勾选的每一条）
          <textarea name="comment" rows={3} maxlength={LONGEST_COMMENT}></textarea>
        </label>
        {who !== '' && <ReviewerField who={who} />}
        <input type="hidden" name="back" value={findingInList(finding.id, query)} />
        <p>
          <button type="submit">
            答复所勾选的<span class="chosen-count"></span>
          </button>{' '}
          <span class="soft">打开本页之后别人答复了的不会改动；答复之后可以整批撤销。</span>
        </p>
      </form>
    )}
    <KeyHelp
      keys={[
        ...ANSWER_KEYS.filter(({ keys }) => !keys.includes('r')),
        { keys: ['x'], title: '全选、全不选' },
        { keys: ['u'], title: '回到疑点' },
      ]}
    />
  </PageFrame>
);

/** What will be touched, each to be left out. */
const Chosen: FC<{ rows: readonly ReviewedFinding[]; query: FindingQuery }> = ({ rows, query }) => (
  <DataTable
    isStacked
    caption="将答复的疑点"
    rows={rows}
    columns={
      [
        {
          title: '答复',
          cell: ({ id, at }) => (
            <input
              type="checkbox"
              class="pick"
              name={`f${id}`}
              value={at ?? ''}
              checked
              aria-label={`答复 f${id}`}
            />
          ),
        },
        {
          title: '编号',
          head: true,
          whole: true,
          cell: ({ id }) => <a href={findingInList(id, query)}>f{id}</a>,
        },
        {
          title: '程度',
          whole: true,
          cell: ({ severity, verdict }) => <SeverityMark severity={severity} verdict={verdict} />,
        },
        { title: '疑点', long: true, cell: ({ message }) => <Figures text={showListed(message, 300)} /> },
        { title: '项目', cell: ({ project }) => showListed(project) },
        {
          title: '差额',
          number: true,
          cell: ({ difference_fen: fen }) => fen !== null && showDifference(fen),
        },
      ] satisfies TableColumn<ReviewedFinding>[]
    }
  />
);
