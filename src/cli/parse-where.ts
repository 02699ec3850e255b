import { EVERY_FILTER, type FilterName, hasFilter, parseFilter, type ViewFilter } from '../model/filters.js';
import { requireView } from '../model/named-view.js';
import { UsageError } from './usage-error.js';

const FILTERS_OF_DOCUMENTS = EVERY_FILTER.map(([name]) => name).filter((name) =>
  hasFilter(requireView('documents'), name),
);

/**
 * What conditions, each written 条件=值, keep of the documents.
 * @throws UsageError on a condition that documents do not have, or one that is no condition
 */
export const parseWhere = (conditions: readonly string[]): ViewFilter =>
  Object.fromEntries(conditions.map(parseCondition));

function parseCondition(text: string): [FilterName, string | number | boolean] {
  const [, word = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const name = FILTERS_OF_DOCUMENTS.find((each) => each === word);
  if (name === undefined) {
    throw new UsageError(
      `--where 应写作 条件=值，条件为 ${FILTERS_OF_DOCUMENTS.join('、')} 之一，不能是 ${text}`,
      { unknown: { word, known: FILTERS_OF_DOCUMENTS } },
    );
  }
  return [name, parseValue(name, value)];
}

function parseValue(name: FilterName, text: string): string | number | boolean {
  const parsed = text.trim() === '' ? { wrong: '没有值' } : parseFilter(name, text);
  if ('wrong' in parsed) throw new UsageError(`--where ${name}：${parsed.wrong}`);
  return parsed.value;
}
