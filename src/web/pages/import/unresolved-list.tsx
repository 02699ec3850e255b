import type { FC } from 'hono/jsx';
import { documentLink } from '../../links.js';
import { addressOf, type ListQuery } from '../../list-query.js';
import { AssignForm } from '../../parts/assign-form.js';
import { EmptyState } from '../../parts/empty-state.js';
import { showCount, showListed } from '../../parts/format-figures.js';
import { Pager } from '../../parts/pager.js';
import { type ImportPageData, UNRESOLVED_ON_PAGE } from './read-import.js';

/** Documents whose region, year or department is unknown, each with the form that repairs it. */
export const UnresolvedList: FC<{ data: ImportPageData; query: ListQuery }> = ({ data, query }) => {
  const { unresolved, unresolvedCount } = data;
  const back = `${addressOf(query, { page: query.page })}#unresolved`;
  return (
    <section id="unresolved" aria-labelledby="unresolved-title">
      <h2 id="unresolved-title">归属未定的文档（{showCount(unresolvedCount)}）</h2>
      {unresolvedCount === 0 ? (
        <EmptyState>每份文档的地区、年度、部门都已确定。</EmptyState>
      ) : (
        <>
          <p class="soft">文件里没有写明，或写得不一致。只填要补的；重新导入后仍然有效。</p>
          <ul class="repairs">
            {unresolved.map(({ id, path, region, year, department }) => (
              <li>
                <a href={documentLink(id)}>{showListed(path)}</a>
                <AssignForm document={id} region={region} year={year} department={department} back={back} />
              </li>
            ))}
          </ul>
          <Pager query={query} total={{ rows: unresolvedCount, isExact: true }} size={UNRESOLVED_ON_PAGE} />
        </>
      )}
    </section>
  );
};
