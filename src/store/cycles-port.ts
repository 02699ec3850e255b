import type { Cycles } from '../model/ports/cycles.js';
import { cycleDepartments } from './cycles/cycle-department.js';
import { cycleRows } from './cycles/cycle-rows.js';
import { saveLinkDecision } from './cycles/link-decisions.js';
import { outcomeCounts } from './cycles/outcome-counts.js';
import { departmentsToLink, relink } from './cycles/relink.js';
import type { Database } from './ground/database.js';
import type { Face } from './ground/face.js';

export const cyclesPort = (db: Database, { ask }: Face): Cycles => ({
  departmentsToLink: () => ask(() => departmentsToLink(db)),
  cycleDepartments: (filter) => ask(() => cycleDepartments(db, filter)),
  cycleRows: (department) => ask(() => cycleRows(db, department)),
  relink: (department, link) => ask(() => relink(db, department, link)),
  decideLink: (project, other, same) => ask(() => saveLinkDecision(db, project, other, same)),
  outcomeCounts: (filter) => ask(() => outcomeCounts(db, filter)),
});
