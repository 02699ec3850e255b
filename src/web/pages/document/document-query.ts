import { QueryError } from '../../../model/facts/query-error.js';
import { pageLink } from '../../links.js';

/** What the address of a document's page says. */
export interface DocumentQuery {
  path: string;
  /** Page of a PDF or part of the tables, from 1; absent: the one with the cell, or the first form. */
  page: number | null;
  /** Cell or paragraph (`cell` null) to highlight; indexes as in `Evidence`. */
  here: { block: number; cell: number | null } | null;
  /** The same by its place, as printed in lists. */
  place: string | null;
  /** What became of every cell is coloured. */
  showsClaims: boolean;
  showsDiagnostics: boolean;
  /** Tables where pages could be drawn. */
  asTables: boolean;
  /** The printed page is drawn twice as wide. */
  isEnlarged: boolean;
}

const PARAMETERS = ['page', 'cell', 'place', 'show', 'view', 'zoom'];
const SHOWN = ['unclaimed', 'diagnostics'];

/** @throws QueryError on an unknown or malformed parameter; the message says what is valid */
export function readDocumentQuery(address: string): DocumentQuery {
  const { pathname, searchParams } = new URL(address);
  for (const name of searchParams.keys()) {
    if (!PARAMETERS.includes(name)) {
      throw new QueryError(`没有参数 ${name}；可用：${PARAMETERS.join('、')}`);
    }
  }
  const [page, cell, view, zoom] = ['page', 'cell', 'view', 'zoom'].map(
    (name) => searchParams.get(name) || null,
  );
  if (page && !/^[1-9]\d{0,5}$/.test(page)) throw new QueryError(`页码应为正整数，不能是 ${page}`);
  const here = cell ? /^(\d{1,7})(?:\.(\d{1,7}))?$/.exec(cell) : null;
  if (cell && !here) throw new QueryError(`cell 应为 块.格 的序号，如 3.12，不能是 ${cell}`);
  if (view && view !== 'tables') throw new QueryError(`view 只能是 tables，不能是 ${view}`);
  if (zoom && zoom !== '2') throw new QueryError(`zoom 只能是 2，不能是 ${zoom}`);
  const show = (searchParams.get('show') ?? '').split(',').filter((each) => each !== '');
  const strange = show.find((each) => !SHOWN.includes(each));
  if (strange !== undefined) {
    throw new QueryError(`show 应为 ${SHOWN.join('、')}，可用逗号并列，不能是 ${strange}`);
  }
  return {
    path: pathname,
    page: page ? Number(page) : null,
    here: here ? { block: Number(here[1]), cell: here[2] === undefined ? null : Number(here[2]) } : null,
    place: searchParams.get('place') || null,
    showsClaims: show.includes('unclaimed'),
    showsDiagnostics: show.includes('diagnostics'),
    asTables: view === 'tables',
    isEnlarged: zoom === '2',
  };
}

/** Address of the document's page with these changes; without a page given it is the one the cell stands on. */
export function documentAddress(
  query: DocumentQuery,
  changes: Partial<Omit<DocumentQuery, 'path' | 'place'>> = {},
): string {
  const { path, page, here, showsClaims, showsDiagnostics, asTables, isEnlarged } = { ...query, ...changes };
  const show = [showsClaims && 'unclaimed', showsDiagnostics && 'diagnostics'].filter(
    (each) => each !== false,
  );
  const address = pageLink(path, {
    view: asTables ? 'tables' : null,
    zoom: isEnlarged ? 2 : null,
    page,
    show: show.length > 0 ? show.join(',') : null,
    cell: here && (here.cell === null ? here.block : `${here.block}.${here.cell}`),
  });
  return here ? `${address}#here` : address;
}
