import type { FC } from 'hono/jsx';
import type { SearchHit } from '../../../model/ports/questions.js';
import { findView } from '../../../model/views.js';
import { showListed } from '../../parts/format-figures.js';
import { Snippet } from '../../parts/marked-text.js';
import { hitLink } from './list-columns.js';

/**
 * What was found, the best first: a piece of the text with the words marked, and where it stands.
 * @param first number of the first of them
 */
export const HitList: FC<{ hits: readonly SearchHit[]; terms: readonly string[]; first: number }> = ({
  hits,
  terms,
  first,
}) => (
  <ol class="hits" start={first}>
    {hits.map((hit) => (
      <li>
        <a href={hitLink(hit)}>
          <Snippet snippet={hit.snippet} terms={terms} />
        </a>
        <div class="soft">
          {[
            `${findView(hit.view)?.title}·${columnTitle(hit)}`,
            hit.region ?? '地区未定',
            hit.year === null ? '年度未定' : `${hit.year} 年`,
            hit.department ?? '部门未定',
            hit.view === 'projects' ? null : hit.project,
          ]
            .flatMap((each) => (each === null ? [] : showListed(each)))
            .join('　')}
        </div>
      </li>
    ))}
  </ol>
);

const columnTitle = ({ view, column }: SearchHit): string =>
  findView(view)?.columns.find(({ name }) => name === column)?.title ?? column;
