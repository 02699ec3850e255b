import { maskPrivate } from '../../normalizers/privacy/mask-private.js';
import { auditDisclosures } from '../audit/run/audit-disclosures.js';
import type { AuditedDisclosure } from '../model/audited-disclosure.js';
import type { Disclosure } from '../model/disclosure.js';
import type { ReadDocument } from '../model/document.js';
import { UserError } from '../model/facts/user-error.js';
import type { AuditScope, Finding } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';
import { regionTitle } from '../report/audit-report/titles.js';
import { editionTitle, fileName } from '../report/letters/finding-words.js';
import type { Row } from '../report/row.js';
import { findingsInScope, listedFindings } from './findings-in-scope.js';
import { inBatches } from './in-batches.js';
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

/** Documents or findings handled at a time. */
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
  const findings = target.pile<Finding>(() => []);
  const disclosures = target.pile<AuditedDisclosure>(() => []);
  try {
    const fingerprints: string[] = [];
    for await (const finding of publicFindings(store, scope, published, withReviews)) {
      findings.add([finding]);
      fingerprints.push(finding.fingerprint);
    }
    const run = await auditDisclosures(target, {}, { looked: (some) => disclosures.add(some) });
    await target.saveRun({ ...run, findings }, disclosures);
    const reviews = withReviews ? await copyReviews(store, target, fingerprints) : 0;
    return { documents: published.size, findings: fingerprints.length, reviews };
  } finally {
    findings.close();
    disclosures.close();
  }
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

/** By their numbers, which they are given anew in this order. */
async function* publicFindings(
  store: Store,
  scope: AuditScope,
  published: ReadonlySet<string>,
  withSettled: boolean,
): AsyncGenerator<Finding> {
  const byNumber = store.pile<Row & NumberedFinding>(({ id }) => [id]);
  try {
    for await (const row of listedFindings(findingsInScope(store, scope), { all: withSettled })) {
      byNumber.add([row as Row & NumberedFinding]);
    }
    for await (const rows of inBatches(byNumber, BATCH)) {
      for (const { finding } of await locatedFindings(store, rows)) {
        if (published.has(finding.document)) yield finding;
      }
    }
  } finally {
    byNumber.close();
  }
}

async function copyReviews(store: Store, target: Store, fingerprints: readonly string[]): Promise<number> {
  const reviews = await store.reviews();
  const answered = [...new Set(fingerprints)].flatMap((fingerprint) => reviews.get(fingerprint) ?? []);
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
