import type { FC } from 'hono/jsx';
import type { TrackedIndicator, TrackedProject, TrackedYear } from '../../../model/track.js';
import { INDICATOR_MARK_TITLES, PROJECT_MARK_TITLES } from '../../../model/track.js';
import { amountsWords, deviationsOf, scoreWords } from '../../../report/track/track-text.js';
import { outcomeWords, tieWords } from '../../../report/track/track-titles.js';
import { projectLink, valueLink } from '../../links.js';
import { DataTable, type TableColumn } from '../../parts/data-table.js';
import { showListed, showProject } from '../../parts/format-figures.js';

/** One project over the years. */
export const TrackedProjectSection: FC<{ project: TrackedProject }> = ({ project: { name, years } }) => (
  <section class="tracked">
    <h2>{name === null ? '整个部门' : showProject(name)}</h2>
    {years.map((year) => (
      <Year year={year} name={name} />
    ))}
  </section>
);

const Year: FC<{ year: TrackedYear; name: string | null }> = ({ year, name }) => {
  const { promisedId, reportedIds, marks, indicators } = year;
  const promised = promisedId ?? year.adjustedId;
  const said = deviationsOf(year);
  return (
    <section>
      <h3>
        {year.year} 年{year.name !== null && year.name !== name && `　${showListed(year.name)}`}
        {tieWords(year) !== '' && <small>（{tieWords(year)}）</small>}
      </h3>
      <p>
        {amountsWords(year)}
        {scoreWords(year) !== '' && `　${scoreWords(year)}`}
        {promised !== null && <a href={projectLink(promised)}>目标</a>}
        {reportedIds.map((id) => (
          <a href={projectLink(id)}>自评</a>
        ))}
      </p>
      {marks.length > 0 && (
        <ul class="marks">
          {marks.map((mark) => (
            <li>{PROJECT_MARK_TITLES[mark]}</li>
          ))}
        </ul>
      )}
      {indicators.length > 0 && (
        <DataTable<TrackedIndicator>
          caption={`${year.year} 年的指标`}
          rows={indicators}
          columns={COLUMNS.filter(({ isShown }) => indicators.some(isShown)).map(withLabel)}
        />
      )}
      {said.length > 0 && (
        <ul class="said">
          {said.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** On a phone a row is a card: each of its values says what it is. */
const withLabel = (column: Shown): TableColumn<TrackedIndicator> => ({
  ...column,
  cell: (row) => {
    const content = column.cell(row);
    return content === '' || content === false ? (
      ''
    ) : (
      <>
        {column.head !== true && <span class="narrow-label">{column.title}</span>}
        {content}
      </>
    );
  },
});

type Shown = TableColumn<TrackedIndicator> & { isShown: (each: TrackedIndicator) => boolean };

const COLUMNS: readonly Shown[] = [
  {
    title: '指标',
    head: true,
    isShown: () => true,
    cell: ({ id, name }) => <a href={valueLink('i', id)}>{showListed(name)}</a>,
  },
  {
    title: '承诺',
    isShown: ({ promised }) => promised !== null,
    cell: ({ promised }) => showListed(promised),
  },
  {
    title: '调整后',
    isShown: ({ adjusted }) => adjusted !== null,
    cell: ({ adjusted, promised }) =>
      adjusted !== null && adjusted === promised ? <span class="soft">同</span> : showListed(adjusted),
  },
  {
    title: '半年',
    isShown: ({ halfway }) => halfway !== null,
    cell: ({ halfway, halfwayId }) =>
      halfway === null || halfwayId === null ? (
        showListed(halfway)
      ) : (
        <a href={valueLink('i', halfwayId)}>{showListed(halfway)}</a>
      ),
  },
  {
    title: '自评重复',
    isShown: ({ repeated }) => repeated !== null,
    cell: ({ repeated, promised, adjusted }) =>
      repeated !== null && repeated === (adjusted ?? promised) ? (
        <span class="soft">同</span>
      ) : (
        showListed(repeated)
      ),
  },
  {
    title: '完成',
    isShown: ({ actual }) => actual !== null,
    cell: ({ actual, reportedId }) =>
      actual === null || reportedId === null ? (
        showListed(actual)
      ) : (
        <a href={valueLink('i', reportedId)}>{showListed(actual)}</a>
      ),
  },
  {
    title: '得分',
    number: true,
    isShown: ({ score }) => score !== null,
    cell: ({ score, reportedWeight, weight }) =>
      score !== null &&
      `${score}${(reportedWeight ?? weight) === null ? '' : `/${reportedWeight ?? weight}`}`,
  },
  {
    title: '下一年',
    isShown: ({ next }) => next !== null,
    cell: ({ next, nextId }) =>
      next === null || nextId === null ? (
        showListed(next)
      ) : (
        <a href={valueLink('i', nextId)}>{showListed(next)}</a>
      ),
  },
  {
    title: '结果',
    isShown: () => true,
    cell: (each) => (
      <>
        <span class={`outcome ${each.status ?? each.kept ?? ''}`}>{outcomeWords(each)}</span>
        {each.marks.map((mark) => (
          <span class="mark">{INDICATOR_MARK_TITLES[mark]}</span>
        ))}
      </>
    ),
  },
];
