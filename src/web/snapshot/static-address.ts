import { createHash } from 'node:crypto';

/** A page that is written as a file: the parameters it is kept apart by; others are dropped (`*`) or make it another page. */
interface StaticPage {
  path: RegExp;
  kept: readonly string[];
  drops?: readonly string[] | '*';
}

const PAGES: readonly StaticPage[] = [
  { path: /^\/$/, kept: [] },
  { path: /^\/rules$/, kept: [] },
  { path: /^\/coverage$/, kept: ['region', 'year'] },
  { path: /^\/findings$/, kept: ['page', 'group', 'rule'] },
  { path: /^\/findings\/\d+$/, kept: [], drops: '*' },
  { path: /^\/documents$/, kept: ['page', 'region', 'year'] },
  { path: /^\/documents\/\d+$/, kept: ['page'], drops: ['cell', 'place', 'show', 'view', 'zoom'] },
  { path: /^\/department$/, kept: ['region', 'key', 'year', 'stage'] },
  { path: /^\/projects\/\d+$/, kept: [] },
  { path: /^\/assets\/[\w.-]+$/, kept: [], drops: ['v'] },
];

/** Where a page of the site is kept in a snapshot. */
export interface StaticAddress {
  /** Path and query to ask the site for. */
  address: string;
  /** The file below the folder of the snapshot, with `/`. */
  file: string;
}

/** Where the page at an address is kept; null for pages that need the program: lists by filter, search, comparison, downloads. */
export function staticAddress({ pathname, searchParams }: URL): StaticAddress | null {
  const page = PAGES.find(({ path }) => path.test(pathname));
  if (!page) return null;
  const { kept, drops = [] } = page;
  const names = [...searchParams.keys()];
  if (drops !== '*' && names.some((name) => !kept.includes(name) && !drops.includes(name))) return null;
  const query = new URLSearchParams(
    kept.flatMap((name): [string, string][] => {
      const value = searchParams.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  if (pathname.startsWith('/assets/')) return { address: pathname, file: pathname.slice(1) };
  const address = query.size === 0 ? pathname : `${pathname}?${query}`;
  const name = pathname === '/' ? 'index' : pathname.slice(1);
  return { address, file: `${name}${endingOf(query)}.html` };
}

/** Pages of a list stand beside its first, others in a folder of their own. */
function endingOf(query: URLSearchParams): string {
  if (query.size === 0) return '';
  const page = query.get('page');
  if (page !== null && query.size === 1) return `-p${page}`;
  return `/${createHash('sha256').update(String(query)).digest('hex').slice(0, 12)}`;
}
