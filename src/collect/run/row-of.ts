import type { Received } from '../fetching/web.js';
import { contentPath } from '../manifest/kept-contents.js';
import { EMPTY_ROW, type ManifestRow } from '../manifest/manifest-row.js';
import type { WebLead } from './web-lead.js';

/** What is known of an address by where it was found; what a person wrote into the manifest stays. */
export const describedRow = (lead: WebLead, before: ManifestRow | null): ManifestRow => ({
  ...EMPTY_ROW,
  url: lead.address,
  referrer: lead.referrer,
  title: lead.title || lead.text,
  published: lead.published,
  publisher: lead.publisher,
  index_number: lead.indexNumber,
  region: lead.given.region || (before?.region ?? ''),
  year: lead.given.year || (before?.year ?? ''),
  department: lead.given.department || (before?.department ?? ''),
});

/** The row of a content that came. */
export const rowOf = (lead: WebLead, received: Received, before: ManifestRow | null): ManifestRow => ({
  ...describedRow(lead, before),
  final_url: received.finalAddress,
  status: 'fetched',
  http_status: '200',
  fetched: received.fetched,
  sha256: received.sha256,
  bytes: String(received.bytes),
  type:
    received.charset === null ? (received.type ?? '') : `${received.type ?? ''}; charset=${received.charset}`,
  etag: received.etag ?? '',
  last_modified: received.lastModified ?? '',
});

/** The charset its server declared of a page. */
export const charsetIn = ({ type }: ManifestRow): string | undefined => /charset=(.+)$/.exec(type)?.[1];

/** Where the content of a row is: a page that is no document is kept for its links. */
export const keptPath = ({ path, kind, sha256 }: ManifestRow): string =>
  path === '' && kind === 'page' ? contentPath('page', sha256, 'html') : path;

/** Asking again in the same round would bring nothing else. */
export const isSettled = ({ status, reason }: ManifestRow): boolean =>
  status !== 'failed' && (status !== 'fetched' || reason === '');

/** Why nothing came: never there, gone since, or (no status) not in the archive. */
export function whyMissing(status: number | null, wasHad: boolean): string {
  if (status === null) return '网页归档里没有';
  return wasHad ? `网站上没有了（${status}）` : `网站上找不到（${status}）`;
}
