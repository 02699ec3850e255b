import { describe, expect, it, vi } from 'vitest';
import { showTime } from '../../src/report/show-time.js';
import {
  departmentLink,
  documentLink,
  findingLink,
  pageLink,
  projectLink,
  valueLink,
} from '../../src/web/links.js';
import { readListQuery } from '../../src/web/list-query.js';
import { DataTable } from '../../src/web/parts/data-table.js';
import { EmptyState } from '../../src/web/parts/empty-state.js';
import { FacetList } from '../../src/web/parts/facet-list.js';
import { ActiveFilters, FilterForm } from '../../src/web/parts/filter-form.js';
import {
  showAmount,
  showCount,
  showListed,
  showRegion,
  showYear,
} from '../../src/web/parts/format-figures.js';
import { Pager } from '../../src/web/parts/pager.js';
import { SeverityMark } from '../../src/web/parts/severity.js';

const HOSTILE = '"><img src=x onerror=alert(1)>';
const query = (search = '') => readListQuery(`http://localhost/search?${search}`);
const hrefs = (markup: unknown): string[] =>
  [...String(markup).matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');

describe('pager', () => {
  it('names the first, the last and the pages around', () => {
    const markup = String(Pager({ query: query('page=10'), total: { rows: 1000, isExact: true }, size: 50 }));
    expect(markup).toContain('第 451–500 条，共 1,000 条');
    expect(hrefs(markup)).toEqual([
      '/search?page=9',
      '/search',
      ...[8, 9, 10, 11, 12].map((page) => `/search?page=${page}`),
      '/search?page=20',
      '/search?page=11',
    ]);
  });

  it('says when there are more than were counted', () => {
    const total = { rows: 10_000, isExact: false };
    expect(String(Pager({ query: query(), total, size: 50 }))).toContain('共 10,000 条以上');
  });

  it('has no links where there is one page, and says so of an empty list', () => {
    const markup = String(Pager({ query: query(), total: { rows: 0, isExact: true }, size: 50 }));
    expect(markup).toContain('共 0 条');
    expect(hrefs(markup)).toEqual([]);
  });
});

describe('data table', () => {
  const columns = [
    { title: '项目', head: true, sort: 'project', cell: (row: { name: string }) => row.name },
    { title: '金额', number: true, sort: 'amount_wan', cell: () => '1.00' },
  ];
  const table = (search: string, name = 'a') =>
    String(DataTable({ caption: '项目', columns, rows: [{ name }], query: query(search) }));

  it('sorts up, down and not at all; figures from the largest', () => {
    const next = (search: string): string[] => hrefs(table(search));
    expect(next('')).toEqual(['/search?sort=project', '/search?sort=-amount_wan']);
    expect(next('sort=project')[0]).toBe('/search?sort=-project');
    expect(next('sort=-project')[0]).toBe('/search');
    expect(next('sort=-amount_wan')[1]).toBe('/search?sort=amount_wan');
    expect(next('sort=amount_wan')[1]).toBe('/search');
  });

  it('says how it is sorted', () => {
    expect(table('sort=-amount_wan')).toContain('aria-sort="descending"');
  });

  it('escapes what was printed', () => {
    expect(table('', HOSTILE)).not.toContain('<img');
  });
});

describe('facets', () => {
  const values = [
    { value: '2024', title: '2024 年', count: 1200 },
    { value: null, title: '年度未定', count: 3 },
  ];

  it('narrow the list and open it again; blank cannot be asked for', () => {
    const links = (search: string): string[] =>
      hrefs(FacetList({ query: query(search), name: 'year', title: '年度', values }));
    expect(links('text=a&page=2')).toEqual(['/search?text=a&amp;year=2024']);
    expect(links('text=a&year=2024')).toEqual(['/search?text=a']);
  });
});

describe('filter form', () => {
  it('keeps what it has no field for, but not the page', () => {
    const markup = String(
      FilterForm({ query: query('text=a&rule=weights-irregular&page=3'), fields: ['text', 'year'] }),
    );
    expect(markup).toContain('<input type="hidden" name="rule" value="weights-irregular"/>');
    expect(markup).not.toContain('name="page"');
  });

  it('keeps a choice the list does not have', () => {
    const choices = { level1: [{ value: '产出指标', title: '产出指标' }] };
    const markup = String(FilterForm({ query: query('level1=产出'), fields: ['level1'], choices }));
    expect(markup).toContain('<option value="产出" selected="">产出</option>');
  });

  it('shows each filter with a link that takes it away', () => {
    const markup = ActiveFilters({ query: query(`text=${encodeURIComponent(HOSTILE)}&year=2024&sort=year`) });
    expect(hrefs(markup)[0]).toBe('/search?year=2024&amp;sort=year');
    expect(hrefs(markup).at(-1)).toBe('/search?sort=year');
    expect(String(markup)).not.toContain('<img');
  });
});

describe('small parts', () => {
  it('say times by the clock of this machine', () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    expect(showTime('2026-11-20T14:12:30.000Z')).toBe('2026-11-20 22:12');
    vi.unstubAllEnvs();
  });

  it('say figures and subjects', () => {
    expect(showCount(1234567)).toBe('1,234,567');
    expect(showAmount(173_800_000)).toBe('173.80');
    expect(showAmount(null)).toBe('');
    expect(showRegion({ province: '湖南省', city: '株洲市', region: '石峰区' })).toBe('湖南省株洲市石峰区');
    expect(showRegion({ province: null, city: null, region: null })).toBe('地区未定');
    expect(showYear(2024)).toBe('2024 年');
    expect(showListed(`${'长'.repeat(200_000)}`).length).toBeLessThan(200);
  });

  it('mark how grave a finding is', () => {
    const markup = String(SeverityMark({ severity: 'warning', verdict: 'review' }));
    expect(markup).toContain('severity warning');
    expect(markup).toContain('需人工判断');
  });

  it('link to the pages of things', () => {
    const place = {
      region: '石峰区',
      region_code: '430204',
      department: '区委政法委',
      department_key: '政法委',
    };
    expect(departmentLink(place)).toBe(`/department?region=430204&key=${encodeURIComponent('政法委')}`);
    expect(departmentLink({ ...place, department: null, department_key: null })).toBeNull();
    expect([valueLink('i', 1), projectLink(2), findingLink(3), documentLink(4, 'p1 t2')]).toEqual([
      '/values/i1',
      '/projects/2',
      '/findings/3',
      '/documents/4?place=p1+t2',
    ]);
    expect(pageLink('/search', { text: 'a', year: null })).toBe('/search?text=a');
    expect(String(EmptyState({ children: '没有' }))).toContain('没有');
  });
});
