import type { ReadDocument } from '../../model/document.js';
import { placeKey } from '../../model/place-key.js';
import type { Assignment } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { applyNames } from '../names/apply-names.js';
import { nameDecisionsIn } from '../names/name-decisions.js';
import { applyAssignment } from './apply-assignment.js';

/** A reading with what people decided: whose it is, and which names are one. */
export function asDecided(db: Database, reading: ReadDocument, assignment: Assignment | null): ReadDocument {
  const assigned = applyAssignment(reading, assignment);
  const places = new Set(
    assigned.disclosures.flatMap(({ region }) =>
      region === null
        ? []
        : [
            placeKey({
              province: region.province,
              city: region.city,
              region: region.name,
              regionCode: region.code,
            }),
          ],
    ),
  );
  return applyNames(
    assigned,
    [...places].flatMap((place) => nameDecisionsIn(db, place)),
  );
}
