import type { Names } from '../model/ports/names.js';
import { decideName, undoName } from './documents/decide-name.js';
import type { Database } from './ground/database.js';
import type { Face } from './ground/face.js';
import { nameDecisions } from './names/name-decisions.js';
import { printedDepartments, printedProjects } from './names/printed-names.js';

/** @param now when something is written down, ISO 8601 */
export const namesPort = (db: Database, { ask }: Face, now: () => string): Names => ({
  printedDepartments: (filter, most) => ask(() => printedDepartments(db, filter, most)),
  printedProjects: (filter, most) => ask(() => printedProjects(db, filter, most)),
  nameDecisions: () => ask(() => nameDecisions(db)),
  decideName: (word) => ask(() => decideName(db, word, now())),
  undoName: (id) => ask(() => undoName(db, id)),
});
