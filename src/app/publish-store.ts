import { maskPrivate } from '../../normalizers/privacy/mask-private.js';
import { auditDisclosures } from '../audit/run/audit-disclosures.js';
import type { Disclosure } from '../model/disclosure.js';
import type { ReadDocument } from '../model/document.js';
import { UserError } from '../model/facts/user-error.js';
import type { AuditScope, Finding } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';
import { regionTitle } from '../report/audit-report/titles.js';
import { editionTitle, fileName } from '../report/letters/finding-words.js';
import type { Row } from '../report/row.js';
import { findingsInScope, isStanding } from './findings-in-scope.js';
import { locatedFindings, type NumberedFinding } from './located-findings.js';
import { safeName } from './safe-name.js';

export interface PublishAsked {
  /** Which documents: those with a disclosure in it, whole. */
  scope: AuditScope;
  /** With the answers of reviewers and their comments, never with their names; findings they settled are left out otherwise. */
  withReviews: boolean;
}

export interface PublishedCounts {
  documents: number;
  findings: number;
  reviews: number;
}

/** Documents written at a time. */
const BATCH = 10;
/** Stands where a store has the name of a reviewer. */
const UNNAMED = '（不公布）';

/**
 * Fills a new store with what may be public of another: readings with what persons assigned and corrected, under names made of
 * region, year and file name; findings as they stand. What is not written here is not in it: no path of the machine, no source,
 * no log of imports, no name of a person who worked with the store.
 * @param target a store without documents
 * @param tell how many documents are written, now and then
 * @throws UserError where the store was never audited, or nothing of it is in the scope
 */
export async function publishStore(
  store: Store,
  target: Store,
  { scope, withReviews }: PublishAsked,
  { tell, signal }: { tell: (documents: number) => void; signal?: AbortSignal },
): Promise<PublishedCounts> {
  if ((await store.latestCounts()).length === 0) {
    throw new UserError('库还没有核查过，公开的副本里不会有疑点；请先运行 mingzhang audit');
  }
  const published = await copyDocuments(store, target, scope, { tell, signal });
  if (published.size === 0) throw new UserError('所给范围里没有可公开的文档');
  await target.linkVersions();
  await linkDepartments(target);
  signal?.throwIfAborted();
  const findings = await publicFindings(store, scope, published, withReviews);
  const { run, disclosures } = await auditDisclosures(target, {}, () => {});
  await target.saveRun({ ...run, findings }, disclosures);
  const reviews = withReviews ? await copyReviews(store, target, findings) : 0;
  return { documents: published.size, findings: findings.length, reviews };
}

async function copyDocuments(
  store: Store,
  target: Store,
  scope: AuditScope,
  { tell, signal }: { tell: (documents: number) => void; signal?: AbortSignal },
): Promise<Set<string>> {
  const published = new Set<string>();
  const paths = new Set<string>();
  let waiting: { document: ReadDocument }[] = [];
  const save = async (): Promise<void> => {
    await target.saveAll(waiting);
    waiting = [];
    tell(published.size);
  };
  for await (const document of store.documents(scope)) {
    signal?.throwIfAborted();
    published.add(document.sha256);
    waiting.push({ document: publicDocument(document, freePath(document, paths)) });
    if (waiting.length === BATCH) await save();
  }
  await save();
  return published;
}

/** Region, year and stage, file name: `湖南省株洲市石峰区/2024 年部门预算/教育局.pdf`. */
function freePath({ path, sha256, disclosures: [first] }: ReadDocument, taken: Set<string>): string {
  const folder = first ? [regionTitle(first), editionTitle(first)].map(safeName).join('/') : '未定';
  const name = safeName(fileName(path));
  const wanted = `${folder}/${name}`;
  const free = taken.has(wanted) ? `${folder}/${sha256.slice(0, 8)}-${name}` : wanted;
  taken.add(free);
  return free;
}

function publicDocument(document: ReadDocument, path: string): ReadDocument {
  const { url, disclosures } = document;
  return {
    ...document,
    path,
    url: publicUrl(url),
    hints: null,
    disclosures: disclosures.map(withoutOutside),
  };
}

/** An address of the web, without what lets a person in. */
function publicUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!['http:', 'https:'].includes(parsed.protocol)) return null;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

/** Grounds that are no part of what was published: names of folders, words of who worked with the store. */
const FROM_OUTSIDE = new Set(['archive', 'folder', 'file-name', 'manifest', 'option', 'assign']);

const withoutOutside = (disclosure: Disclosure): Disclosure => ({
  ...disclosure,
  basis: Object.fromEntries(
    Object.entries(disclosure.basis).filter(([, basis]) => !FROM_OUTSIDE.has(basis.from)),
  ),
});

async function publicFindings(
  store: Store,
  scope: AuditScope,
  published: ReadonlySet<string>,
  withSettled: boolean,
): Promise<Finding[]> {
  const rows = (await findingsInScope(store, scope)).filter((row) => withSettled || isStanding(row));
  const inOrder = rows.sort((a, b) => Number(a.id) - Number(b.id));
  const located = await locatedFindings(store, inOrder as (Row & NumberedFinding)[]);
  return located.map(({ finding }) => finding).filter(({ document }) => published.has(document));
}

async function copyReviews(store: Store, target: Store, findings: readonly Finding[]): Promise<number> {
  const reviews = await store.reviews();
  const answered = [...new Set(findings.map(({ fingerprint }) => fingerprint))].flatMap(
    (fingerprint) => reviews.get(fingerprint) ?? [],
  );
  await target.saveReviews(
    answered.map(({ fingerprint, state, comment, who }) => ({
      fingerprint,
      state,
      comment: comment === null ? null : maskPrivate(comment.replaceAll(who, UNNAMED)),
      who: UNNAMED,
    })),
  );
  return answered.length;
}
