import { describe, expect, it } from 'vitest';
import { newCommand } from '../../src/cli/command.js';
import { addFilterOptions, filterOf } from '../../src/cli/filter-options.js';
import { EVERY_FILTER, FILTERS, hasFilter, optionOf, parseFilter } from '../../src/model/filters.js';
import { VIEWS } from '../../src/model/views.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { listParameters } from '../../src/web/api/list-parameters.js';
import { readListQuery } from '../../src/web/list-query.js';

const textFor = (text: string, kind: string): string =>
  kind === 'year' ? '2023' : kind === 'flag' ? '1' : text;

describe.each(EVERY_FILTER.map(([name, filter]) => ({ name, filter })))(
  'filter $name',
  ({ name, filter }) => {
    const text = textFor(filter.values?.[0] ?? '甲', filter.kind);
    const parsed = parseFilter(name, text);
    const value = 'value' in parsed ? parsed.value : null;

    it('is an option of the command line, a parameter of pages and of the API, and means the same', () => {
      const command = addFilterOptions(newCommand('query').exitOverride());
      command.parse([optionOf(name), ...(filter.kind === 'flag' ? [] : [text])], { from: 'user' });
      expect(filterOf(command.opts())[name]).toBe(value);
      const address = `http://here/list?${name}=${encodeURIComponent(text)}`;
      expect(readListQuery(address, [], [name]).filter).toEqual({ [name]: value });
      for (const view of VIEWS.filter((each) => hasFilter(each, name))) {
        expect(listParameters(view).parse({ [name]: text })).toMatchObject({ [name]: value });
      }
    });

    it('is answered by every view that has it, and refused by the others', async () => {
      const store = openSqliteStore(':memory:');
      for (const view of VIEWS) {
        const ask = () => store.query(view.name, { [name]: value });
        if (hasFilter(view, name)) expect((await ask()).rows).toEqual([]);
        else await expect(ask()).rejects.toThrow(`不能按 ${optionOf(name)} 筛选`);
      }
      await store.close();
    });
  },
);

it.each([
  ['year', '24', '四位年份'],
  ['year', '1899', '四位年份'],
  ['severity', 'fatal', '错误（error）、提醒（warning）、提示（note）'],
  ['unresolved', 'yes', '只能是 1'],
] as const)('%s=%s is refused', (name, text, words) => {
  expect(parseFilter(name, text)).toEqual({ wrong: expect.stringContaining(words) });
  expect(FILTERS[name].title).not.toBe('');
});

it.each([
  ['错误', 'error'],
  ['提醒', 'warning'],
  ['警告', 'warning'],
  ['note', 'note'],
])('severity=%s is %s', (text, value) => {
  expect(parseFilter('severity', text)).toEqual({ value });
});
