import { departmentDecided, projectDecided } from '../../model/decided-names.js';
import { QueryError } from '../../model/facts/query-error.js';
import { type KeyedName, NAME_KIND_TITLES, type NameDecision, type NameWord } from '../../model/names.js';
import { placeKey } from '../../model/place-key.js';
import type { NamesDecided } from '../../model/ports/names.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { deleteDecision, insertDecision, nameDecision, nameDecisionsIn } from '../names/name-decisions.js';
import { rewriteDocument } from './rewrite-document.js';

/**
 * Keeps a person's word on two names, apart from the readings, so that it survives every later import, and applies it to what is
 * stored.
 * @throws QueryError where they are one already, by their names or by an earlier word
 */
export function decideName(db: Database, word: NameWord, at: string): NamesDecided {
  const decide = db.transaction((): NamesDecided => {
    const known = nameDecisionsIn(db, placeKey(word.place));
    const rooted: NameWord = {
      ...word,
      name: rootOf(known, word, word.name),
      other: rootOf(known, word, word.other),
    };
    if (rooted.name.key === rooted.other.key) {
      const kind = NAME_KIND_TITLES[word.kind];
      throw new QueryError(
        `“${word.name.name}”与“${word.other.name}”已是同一个${kind}（${rooted.other.key}）；合并过的可先撤回`,
      );
    }
    const id = insertDecision(db, rooted, at);
    return { decision: { ...rooted, id, at }, documents: word.same ? rewriteTouched(db, rooted) : 0 };
  });
  return decide.immediate();
}

/** What a name goes by, under a name that is its own: so that taking back another word leaves this one as it is. */
function rootOf(known: readonly NameDecision[], { place, owner }: NameWord, given: KeyedName): KeyedName {
  if (owner) {
    const name = projectDecided(known, place, owner, given.key);
    return { name, key: name };
  }
  const key = departmentDecided(known, place, given);
  const into = known.find((each) => each.kind === 'department' && each.same && each.other.key === key);
  return { name: into?.other.name ?? given.name, key };
}

/** Takes a word on two names back. @throws QueryError where there is none of this id */
export function undoName(db: Database, id: number): NamesDecided {
  const undo = db.transaction((): NamesDecided => {
    const decision = nameDecision(db, id);
    if (!decision) throw new QueryError(`没有第 ${id} 条名称决定，或已经撤回`);
    const documents = decision.same ? touchedBy(db, decision) : [];
    deleteDecision(db, id);
    for (const sha256 of documents) rewriteDocument(db, sha256);
    return { decision, documents: documents.length };
  });
  return undo.immediate();
}

function rewriteTouched(db: Database, word: NameWord): number {
  const documents = touchedBy(db, word);
  for (const sha256 of documents) rewriteDocument(db, sha256);
  return documents.length;
}

interface Touched {
  sha256: string;
  province: string | null;
  city: string | null;
  region: string;
  regionCode: string | null;
}

const SUBJECT = `SELECT DISTINCT o.sha256, d.province, d.city, d.region, d.region_code AS regionCode
  FROM disclosure_rows d JOIN document_rows o ON o.number = d.document WHERE d.region IS NOT NULL`;

/** Documents that print one of the names in their place, as they are decided now. */
function touchedBy(db: Database, { place, owner, name, other }: NameWord): string[] {
  const here = placeKey(place);
  const known = nameDecisionsIn(db, here);
  const rows =
    owner === null
      ? prepared(
          db,
          `${SUBJECT} AND (d.department IN (?, ?) OR ifnull(d.department_key, d.department) IN (?, ?, ?))`,
        ).all(name.name, other.name, name.key, other.key, departmentDecided(known, place, other))
      : prepared(
          db,
          `${SUBJECT} AND ifnull(d.department_key, d.department) = ? AND d.year IS NOT DISTINCT FROM ? AND d.stage = ?`,
        ).all(
          departmentDecided(known, place, { name: owner.department, key: owner.department }),
          owner.year,
          owner.stage,
        );
  return [
    ...new Set((rows as Touched[]).filter((row) => placeKey(row) === here).map(({ sha256 }) => sha256)),
  ].sort();
}
