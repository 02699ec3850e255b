import { type Command, Option } from 'commander';
import {
  EVERY_FILTER,
  FILTERS,
  type FilterName,
  optionOf,
  parseFilter,
  SUBJECT_FILTERS,
  type ViewFilter,
} from '../model/filters.js';
import { UsageError } from './usage-error.js';

/** Where and when: options of `query` and `audit` alike. */
export const addSubjectOptions = (command: Command): Command => addFilters(command, SUBJECT_FILTERS);

/** One filter as an option. */
export const addFilterOption = (command: Command, name: FilterName): Command => addFilters(command, [name]);

/** Options that choose rows of a view. */
export const addFilterOptions = (command: Command): Command =>
  addFilters(
    command,
    EVERY_FILTER.map(([name]) => name),
  );

/** The name a filter has among the parsed options: that of its option in camel case. */
export const optionKey = (name: FilterName): string => filterOption(name).attributeName();

/** The filters among parsed options. */
export const filterOf = (options: object): ViewFilter =>
  Object.fromEntries(
    EVERY_FILTER.map(([name]) => [name, (options as Record<string, unknown>)[optionKey(name)]]),
  );

function addFilters(command: Command, names: readonly FilterName[]): Command {
  for (const name of names) command.addOption(filterOption(name));
  return command;
}

function filterOption(name: FilterName): Option {
  const filter = FILTERS[name];
  const { kind, value, meaning } = filter;
  if (kind === 'flag') return new Option(optionOf(name), meaning);
  const option = new Option(`${optionOf(name)} <${value}>`, meaning);
  if ('values' in filter) option.choices(filter.values);
  return option.argParser((text: string) => {
    const parsed = parseFilter(name, text);
    if ('wrong' in parsed) {
      const known = 'values' in filter ? filter.values : [];
      throw new UsageError(`${optionOf(name)} ${parsed.wrong}`, { unknown: { word: text, known } });
    }
    return parsed.value;
  });
}
