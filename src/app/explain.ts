import type { ReadDocument } from '../model/document.js';
import { UserError } from '../model/facts/user-error.js';
import { findPlace } from '../model/find-place.js';
import type { Finding } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import { documentMeant } from './document-meant.js';
import { reportedRule, ruleOf } from './rules.js';

export interface ExplainOptions {
  /** Columns of the text. */
  width: number;
  /** Every place a finding rests on, however many. */
  full?: boolean;
}

/** Places a person looks at of a finding that rests on more. */
const PLACES = 12;

/**
 * Where a value or a finding comes from: rule, value, field, cell, place and the text printed there, as text.
 * @param id such as `i123`, `p12`, `f45`, `d7`
 * @throws QueryError on what is no id, UserError where the store has nothing of that id
 */
export async function explain(store: Store, id: string, { width, full }: ExplainOptions): Promise<string> {
  const located = await store.locate(id);
  if (located.kind === 'finding') {
    return explainFinding(store, located.finding, { width, places: full ? Infinity : PLACES });
  }
  const document = await loaded(store, located.sha256);
  if (located.kind === 'document') {
    const { explainDocument } = await import('../report/explain-document.js');
    return explainDocument(document);
  }
  const { explainValue } = await import('../report/explain-value.js');
  const { rowsOfKind } = await import('../report/value-fields.js');
  const disclosure = document.disclosures[located.disclosure];
  const value = disclosure && rowsOfKind(disclosure, located.kind)[located.index];
  if (!disclosure || !value) throw new UserError(`库中没有编号 ${id}`);
  return explainValue(document, disclosure, value, width);
}

/**
 * What stands at a place of a document, as text.
 * @param wanted as `documentMeant` takes it
 * @param place as lists print it, or only its row (`p36 t1 r3`), or as it was printed before rows were counted on their own page
 * @throws UserError unless one document is meant, and where it has no such place
 */
export async function explainPlaceOf(
  store: Store,
  wanted: string,
  place: string,
  width: number,
): Promise<string> {
  const sha256 = await documentMeant(store, wanted);
  const document = await loaded(store, sha256);
  const at = findPlace(document.blocks, place);
  if (!at) {
    throw new UserError(`文档中没有位置 ${place}；位置的写法见 mingzhang explain --help`);
  }
  const [row] = await store.matching<{ id: number }>('documents', { sha256 }, ['id']);
  const { explainPlace } = await import('../report/explain-place.js');
  return explainPlace(Number(row?.id), document, at, width);
}

async function explainFinding(
  store: Store,
  finding: Finding,
  extent: { width: number; places: number },
): Promise<string> {
  const { explainFinding } = await import('../report/explain-finding.js');
  const rule = ruleOf(finding.rule);
  const documents = new Map<string, ReadDocument>();
  for (const sha256 of new Set([finding.document, ...finding.evidence.map(({ document }) => document)])) {
    const document = await store.load(sha256);
    if (document) documents.set(sha256, document);
  }
  return explainFinding(finding, rule && reportedRule(rule), documents, extent);
}

/** @throws UserError when the store has lost it since it was located */
async function loaded(store: Store, sha256: string): Promise<ReadDocument> {
  const document = await store.load(sha256);
  if (!document) throw new UserError(`文档 ${sha256.slice(0, 12)} 已不在库中`);
  return document;
}
