import type { Child, FC } from 'hono/jsx';
import { FILTER_TITLES, FILTERS, type FilterName, filterWords } from '../../model/filters.js';
import { addressOf, type ListQuery } from '../list-query.js';
import { PhoneFold } from './phone-fold.js';
import { YearField } from './year-field.js';

export interface Choice {
  value: string;
  title: string;
}

interface FilterFormProps {
  query: ListQuery;
  fields: readonly FilterName[];
  /** Fields that are chosen from a list. */
  choices?: Partial<Record<FilterName, readonly Choice[]>>;
  /** What to write into a field, where this list looks at other things than most. */
  hints?: Partial<Record<FilterName, string>>;
  /** Further fields of the page; their names must be in `own`. */
  children?: Child;
  /** Parameters of the page that `children` has fields for. */
  own?: readonly string[];
}

/** Filters of a list as a form that asks for the list again; what it has no field for stays as it is. */
export const FilterForm: FC<FilterFormProps> = ({
  query,
  fields,
  choices = {},
  hints = {},
  children,
  own = [],
}) => {
  const kept = Object.entries(query.given).filter(
    ([name]) => ![...fields, ...own, 'page'].some((each) => each === name),
  );
  return (
    <search>
      <PhoneFold />
      <form class="fields folded" action={query.path} aria-label="筛选">
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields.map((name) => (
          <Field
            name={name}
            value={query.given[name]}
            choices={choices[name] ?? choicesOf(name)}
            hint={hints[name] ?? hintOf(name)}
          />
        ))}
        {children}
        <button type="submit">筛选</button>
      </form>
    </search>
  );
};

/** The values of a filter that has a closed list of them. */
function choicesOf(name: FilterName): Choice[] | undefined {
  const filter = FILTERS[name];
  if (filter.kind !== 'choice') return undefined;
  return filter.values.map((value) => ({ value, title: filterWords(name, value) }));
}

function hintOf(name: FilterName): string | undefined {
  const filter = FILTERS[name];
  return 'hint' in filter ? filter.hint : undefined;
}

interface FieldProps {
  name: FilterName;
  value?: string;
  hint?: string;
  choices?: readonly Choice[];
}

const Field: FC<FieldProps> = ({ name, value, choices, hint }) => {
  if (choices) return <ChoiceField name={name} value={value} choices={choices} />;
  if (name === 'unresolved') {
    return (
      <label>
        只看归属未定
        <input type="checkbox" name={name} value="1" checked={value === '1'} />
      </label>
    );
  }
  if (name === 'year') return <YearField value={value} placeholder={hint} />;
  return (
    <label>
      {FILTERS[name].title}
      <input type={name === 'text' ? 'search' : 'text'} name={name} value={value} placeholder={hint} />
    </label>
  );
};

const ChoiceField: FC<Required<Pick<FieldProps, 'name' | 'choices'>> & FieldProps> = ({
  name,
  value,
  choices,
}) => (
  <label>
    {FILTERS[name].title}
    <select name={name}>
      <option value="">全部</option>
      {withGiven(choices, value).map((choice) => (
        <option value={choice.value} selected={choice.value === value}>
          {choice.title}
        </option>
      ))}
    </select>
  </label>
);

/** What is chosen already stays to be chosen, also where the list does not have it. */
const withGiven = (choices: readonly Choice[], value: string | undefined): readonly Choice[] =>
  value === undefined || choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, title: value }];

/**
 * Filters that are set, each with a link that takes it away.
 * @param titles titles of the page's own parameters that count as filters
 * @param named what to show instead of a value, by parameter
 */
export const ActiveFilters: FC<{
  query: ListQuery;
  titles?: Readonly<Record<string, string>>;
  named?: Readonly<Record<string, (value: string) => string>>;
}> = ({ query, titles = {}, named = {} }) => {
  const all = { ...FILTER_TITLES, ...titles };
  const active = Object.entries(query.given).filter(([name]) => all[name] !== undefined);
  if (active.length === 0) return null;
  const none = Object.fromEntries(active.map(([name]) => [name, null]));
  const shown = (name: string, value: string): string => (named[name] ?? shownValue)(value, name);
  return (
    <ul class="chips" aria-label="已选条件">
      {active.map(([name, value]) => (
        <li>
          <a
            href={addressOf(query, { [name]: null })}
            aria-label={`去掉条件 ${all[name]} ${shown(name, value)}`}
          >
            {all[name]}：{shown(name, value)} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a href={addressOf(query, none)}>全部去掉</a>
        </li>
      )}
    </ul>
  );
};

const shownValue = (value: string, name: string): string =>
  name === 'unresolved' ? '未定' : filterWords(name, value);
