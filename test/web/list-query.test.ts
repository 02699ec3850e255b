import { describe, expect, it } from 'vitest';
import { addressOf, readListQuery } from '../../src/web/list-query.js';

const read = (search: string, own?: string[]) => readListQuery(`http://localhost/search?${search}`, own);

describe('the address of a list', () => {
  it('says filter, order and page in the words of the command line', () => {
    const query = read('text=信访&region=430000&year=2024&sort=-amount_wan&page=3&view=projects', ['view']);
    expect(query).toMatchObject({
      path: '/search',
      filter: { text: '信访', region: '430000', year: 2024 },
      sort: '-amount_wan',
      page: 3,
      given: { view: 'projects' },
    });
  });

  it('takes what a form leaves blank for not given', () => {
    expect(read('text=&year=&region=%20')).toMatchObject({ given: {}, filter: {}, page: 1 });
  });

  it.each([
    ['colour=red', /没有参数 colour；可用：text、region/],
    ['year=24', /年度（year）应为四位年份/],
    ['severity=fatal', /error.*warning.*note/],
    ['page=0', /页码/],
    ['page=1e3', /页码/],
    ['unresolved=yes', /unresolved/],
    ['text=a&text=b', /不止一次/],
  ])('refuses %s and says what is valid', (search, message) => {
    expect(() => read(search)).toThrow(message);
  });

  it('is changed parameter by parameter, from the first page again', () => {
    const query = read('text=信访&year=2024&page=3');
    expect(addressOf(query, { page: 4 })).toBe(`/search?${encodedText}&year=2024&page=4`);
    expect(addressOf(query, { page: 1 })).toBe(`/search?${encodedText}&year=2024`);
    expect(addressOf(query, { year: 2023 })).toBe(`/search?${encodedText}&year=2023`);
    expect(addressOf(query, { year: null })).toBe(`/search?${encodedText}`);
    expect(addressOf(query, { year: null, text: null })).toBe('/search');
  });

  it('comes back from itself', () => {
    const given = { text: '"><img src=x onerror=alert(1)> 50% & +', year: '2024', sort: '-year' };
    expect(readListQuery(`http://localhost${addressOf({ path: '/search', given })}`).given).toEqual(given);
  });
});

const encodedText = `text=${encodeURIComponent('信访')}`;
