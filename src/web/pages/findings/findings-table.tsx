import type { FC } from 'hono/jsx';
import { ruleTitle } from '../../../app/rules.js';
import type { ReviewedFinding } from '../../../model/ports/findings.js';
import { showDifference } from '../../../report/finding-figures.js';
import { REVIEW_COLUMNS, reviewRow } from '../../../report/review-table.js';
import { showTime } from '../../../report/show-time.js';
import { type FindingQuery, findingInList } from '../../finding-query.js';
import { departmentLink } from '../../links.js';
import { addressOf } from '../../list-query.js';
import { AlikeLink } from '../../parts/alike-link.js';
import { ColumnChooser } from '../../parts/column-chooser.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { Figures } from '../../parts/figures.js';
import { showListed, showRegion, showYear } from '../../parts/format-figures.js';
import { ReviewForm } from '../../parts/review-form.js';
import { ReviewMark } from '../../parts/review-mark.js';
import { SeverityMark } from '../../parts/severity.js';

interface TableProps {
  query: FindingQuery;
  rows: readonly ReviewedFinding[];
  /** Who answers; null: nobody may. */
  who: string | null;
  /** How many findings, itself among them, can be answered together with each. */
  alike: ReadonlyMap<number, number>;
  /** Nothing was audited before: every finding is new, and it says nothing to call it so. */
  isFirst: boolean;
  /** With what became of each. */
  withReviews: boolean;
}

/** Characters of a message in the list. */
const MESSAGE = 300;

/** A column of the list that can be chosen. */
interface FindingColumn extends TableColumn<ReviewedFinding> {
  name: string;
}

/** Columns of the file of reviews that the usual columns tell already, or a filter of the page. */
const TOLD = [
  'id',
  'state',
  'severity',
  'region',
  'year',
  'department',
  'project',
  'rule',
  'message',
  'reported',
];
/** Those of answers. */
const OF_ANSWERS = ['comment', 'who', 'at'];

/** What else the file of reviews tells of a finding. */
const otherColumns = ({ withReviews }: TableProps): FindingColumn[] =>
  REVIEW_COLUMNS.filter(
    ({ name }) => !TOLD.includes(name) && (withReviews || !OF_ANSWERS.includes(name)),
  ).map(({ name, title, isMoment }) => ({
    name,
    title,
    roomy: true,
    cell: (row) => {
      const value = reviewRow({ ...row })[name] ?? null;
      if (value === null) return null;
      return isMoment ? showTime(String(value)) : <Figures text={showListed(String(value), MESSAGE)} />;
    },
  }));

/** What can be shown of a finding. */
export const FINDING_COLUMNS = [
  ...['id', 'severity', 'message', 'subject', 'difference_wan', 'state'],
  ...REVIEW_COLUMNS.flatMap(({ name }) => (TOLD.includes(name) ? [] : [name])),
].map((name) => ({ name }));

const usualColumns = ({ query, who, alike, isFirst, withReviews }: TableProps): FindingColumn[] => [
  {
    name: 'id',
    title: '编号',
    head: true,
    whole: true,
    sort: 'id',
    cell: ({ id }) => <a href={findingInList(id, query)}>f{id}</a>,
  },
  {
    name: 'severity',
    title: '程度',
    whole: true,
    sort: 'severity',
    cell: ({ severity, verdict }) => <SeverityMark severity={severity} verdict={verdict} />,
  },
  {
    name: 'message',
    title: '疑点',
    sort: 'rule',
    long: true,
    cell: ({ rule, message, change }) => (
      <>
        <b>{ruleTitle(rule)}</b>
        {change === 'new' && !isFirst && <span class="tag">新出现</span>}
        <br />
        <Figures text={showListed(message, MESSAGE)} />
      </>
    ),
  },
  { name: 'subject', title: '对象', roomy: true, cell: (row) => <Subject finding={row} /> },
  {
    name: 'difference_wan',
    title: '差额',
    number: true,
    sort: 'difference_wan',
    cell: ({ difference_fen: fen }) => fen !== null && showDifference(fen),
  },
  ...(withReviews
    ? [
        {
          name: 'state',
          title: '处理',
          cell: (row: ReviewedFinding) => (
            <Answer finding={row} who={who} alike={alike.get(row.id) ?? 0} query={query} />
          ),
        },
      ]
    : []),
];

/** The findings of a page, each with its answer and, where answers may be given, the form of one; the number always. */
export const FindingsTable: FC<TableProps & { chosen: readonly string[] | null }> = ({
  chosen,
  ...props
}) => {
  const usual = usualColumns(props);
  const every = [...usual, ...otherColumns(props)];
  const columns =
    chosen === null ? usual : every.filter(({ name }) => name === 'id' || chosen.includes(name));
  return (
    <>
      <ColumnChooser query={props.query} columns={every} shown={columns} files="下载的文件总是全部列" />
      <DataTable
        caption="疑点"
        query={props.query}
        rows={props.rows}
        rowId={({ id }) => `f${id}`}
        isStacked
        columns={columns}
      />
    </>
  );
};

const Subject: FC<{ finding: ReviewedFinding }> = ({ finding }) => {
  const link = departmentLink(finding);
  const department = showListed(finding.department) || '部门未定';
  return (
    <>
      {showRegion(finding)} {showYear(finding.year)}
      <br />
      {link === null ? department : <a href={link}>{department}</a>}
      {finding.project !== null && (
        <>
          <br />
          <span class="soft">
            <Figures text={showListed(finding.project)} />
          </span>
        </>
      )}
    </>
  );
};

const Answer: FC<{
  finding: ReviewedFinding;
  who: string | null;
  alike: number;
  query: FindingQuery;
}> = ({ finding, who, alike, query }) => {
  if (who === null) return <ReviewMark review={finding} />;
  return (
    <>
      <details class="answer-here">
        <summary>
          <ReviewMark review={finding} />
        </summary>
        <ReviewForm finding={finding} who={who} back={addressOf(query, { page: query.page })} />
      </details>
      <AlikeLink id={finding.id} alike={alike} query={query} isShort />
    </>
  );
};
