import type { Stage } from '../../model/facts/stages.js';
import type { NameDecision, NameKind, NameWord } from '../../model/names.js';
import { placeKey } from '../../model/place-key.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared } from '../ground/rows.js';

interface DecisionRow {
  id: number;
  kind: NameKind;
  province: string | null;
  city: string | null;
  region: string;
  region_code: string | null;
  department: string | null;
  year: number | null;
  stage: Stage | null;
  name: string;
  name_key: string;
  other: string;
  other_key: string;
  same: number;
  who: string | null;
  at: string;
}

/** All decisions, the newest first. */
export const nameDecisions = (db: Database): NameDecision[] =>
  (prepared(db, 'SELECT * FROM name_decision_rows ORDER BY id DESC').all() as DecisionRow[]).map(decisionOf);

/** Decisions of one place. @param place as `placeKey` says it */
export const nameDecisionsIn = (db: Database, place: string): NameDecision[] =>
  (
    prepared(db, 'SELECT * FROM name_decision_rows WHERE place = ? ORDER BY id').all(place) as DecisionRow[]
  ).map(decisionOf);

export function nameDecision(db: Database, id: number): NameDecision | null {
  const row = prepared(db, 'SELECT * FROM name_decision_rows WHERE id = ?').get(id) as
    | DecisionRow
    | undefined;
  return row ? decisionOf(row) : null;
}

/** @returns id of the row; that of one taken back is never used again */
export function insertDecision(db: Database, word: NameWord, at: string): number {
  const { kind, place, owner, name, other, same, who } = word;
  insertRows(db, {
    name_decision_rows: [
      {
        kind,
        place: placeKey(place),
        province: place.province,
        city: place.city,
        region: place.region,
        region_code: place.regionCode,
        department: owner?.department ?? null,
        year: owner?.year ?? null,
        stage: owner?.stage ?? null,
        name: name.name,
        name_key: name.key,
        other: other.name,
        other_key: other.key,
        same: same ? 1 : 0,
        who,
        at,
      },
    ],
  });
  return prepared(db, 'SELECT max(id) FROM name_decision_rows').pluck().get() as number;
}

export const deleteDecision = (db: Database, id: number): void =>
  void prepared(db, 'DELETE FROM name_decision_rows WHERE id = ?').run(id);

const decisionOf = (row: DecisionRow): NameDecision => ({
  id: row.id,
  kind: row.kind,
  place: { province: row.province, city: row.city, region: row.region, regionCode: row.region_code },
  owner:
    row.department === null || row.stage === null
      ? null
      : { department: row.department, year: row.year, stage: row.stage },
  name: { name: row.name, key: row.name_key },
  other: { name: row.other, key: row.other_key },
  same: row.same === 1,
  who: row.who,
  at: row.at,
});
