import type { FC } from 'hono/jsx';
import { addressOf, type ListQuery } from '../list-query.js';
import { showCount } from './format-figures.js';

export interface FacetValue {
  /** Value of the parameter; null: blank, which cannot be asked for. */
  value: string | null;
  title: string;
  count: number;
}

/** Values shown at once; the others open on request. */
const SHOWN = 8;

/** How the rows of a list spread over the values of one parameter: each value narrows the list to it, or opens it again. */
export const FacetList: FC<{
  query: ListQuery;
  /** Parameter the values are of. */
  name: string;
  title: string;
  values: readonly FacetValue[];
}> = ({ query, name, title, values }) => {
  if (values.length === 0) return null;
  const chosen = query.given[name];
  const shown = values.filter(({ value }, n) => n < SHOWN || value === chosen);
  const others = values.filter((each) => !shown.includes(each));
  const item = (each: FacetValue) => <FacetItem query={query} name={name} facet={each} />;
  return (
    <section class="facet">
      <h3>{title}</h3>
      <ul>{shown.map(item)}</ul>
      {others.length > 0 && (
        <details>
          <summary>其余 {others.length} 项</summary>
          <ul>{others.map(item)}</ul>
        </details>
      )}
    </section>
  );
};

const FacetItem: FC<{ query: ListQuery; name: string; facet: FacetValue }> = ({
  query,
  name,
  facet: { value, title, count },
}) => {
  const isChosen = value !== null && query.given[name] === value;
  const figure = <span class="count">{showCount(count)}</span>;
  return (
    <li>
      {value === null ? (
        <span class="soft">{title}</span>
      ) : (
        <a href={addressOf(query, { [name]: isChosen ? null : value })} aria-current={isChosen || undefined}>
          {title}
          {isChosen && <span aria-hidden="true"> ×</span>}
        </a>
      )}
      {figure}
    </li>
  );
};
