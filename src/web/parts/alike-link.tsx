import type { FC } from 'hono/jsx';
import type { FindingQuery } from '../finding-query.js';
import { findingLink, pageLink } from '../links.js';
import { showCount } from './format-figures.js';

/** The page where findings of one rule on one department are answered together. */
const alikeAddress = (id: number, { given }: Pick<FindingQuery, 'given'>): string => {
  const { page: _, ...kept } = given;
  return pageLink(`${findingLink(id)}/alike`, kept);
};

/** Leads there where there is more than one. */
export const AlikeLink: FC<{
  id: number;
  alike: number;
  query: FindingQuery;
  /** In a narrow column. */
  isShort?: boolean;
}> = ({ id, alike, query, isShort = false }) =>
  alike > 1 ? (
    <p class="alike">
      <a
        href={alikeAddress(id, query)}
        aria-keyshortcuts="a"
        title={isShort ? `同部门同规则的 ${showCount(alike)} 条一并作答` : undefined}
      >
        {isShort ? `同类 ${showCount(alike)} 条一并作答` : `同部门同规则的 ${showCount(alike)} 条一并作答`}
      </a>
    </p>
  ) : null;
