import type { Findings } from '../model/ports/findings.js';
import { auditedDisclosures, auditedProvinces, isChecked, latestCounts } from './findings/audit-record.js';
import { changedGround } from './findings/changed-ground.js';
import { countByDepartment, countReviews } from './findings/count-reviews.js';
import { endAudit } from './findings/end-audit.js';
import { findingHistory } from './findings/finding-history.js';
import { findingNeighbours, findingPlace } from './findings/finding-neighbours.js';
import { countAlike, findingsAlike } from './findings/findings-alike.js';
import { givenAnswers, undoAnswers } from './findings/given-answers.js';
import { listReviews, reviewedFinding } from './findings/list-reviews.js';
import { loadReviews } from './findings/load-reviews.js';
import { beginAudit } from './findings/looks.js';
import { openPile } from './findings/pile.js';
import { saveLooks } from './findings/save-looks.js';
import { saveReviews } from './findings/save-reviews.js';
import { saveRun } from './findings/save-run.js';
import type { Database } from './ground/database.js';
import type { Face } from './ground/face.js';

/** @param now when something is written down, ISO 8601 */
export const findingsPort = (db: Database, { ask, stream }: Face, now: () => string): Findings => ({
  pile: openPile,
  beginAudit: (scope, rules, again) => ask(() => beginAudit(db, scope, rules, again)),
  auditedProvinces: () => ask(() => auditedProvinces(db)),
  saveLooks: (looked, disclosures) => ask(() => saveLooks(db, looked, disclosures, now())),
  endAudit: (parts, rules, ruleset) => ask(() => endAudit(db, parts, rules, ruleset, now())),
  saveRun: (run, disclosures = []) => ask(() => saveRun(db, run, disclosures, now())),
  isChecked: (scope, ruleset) => ask(() => isChecked(db, scope, ruleset)),
  auditedDisclosures: (scope) => stream((own) => auditedDisclosures(own, scope)),
  latestCounts: () => ask(() => latestCounts(db)),
  reviews: () => ask(() => loadReviews(db)),
  listReviews: (filter, page) => ask(() => listReviews(db, filter, page)),
  countReviews: (filter) => ask(() => countReviews(db, filter)),
  countReviewsByDepartment: (filter, page) => ask(() => countByDepartment(db, filter, page)),
  reviewedFinding: (id) => ask(() => reviewedFinding(db, id)),
  findingNeighbours: (id, filter, sort) => ask(() => findingNeighbours(db, id, filter, sort)),
  findingPlace: (id, filter, sort) => ask(() => findingPlace(db, id, filter, sort)),
  findingsAlike: (id) => ask(() => findingsAlike(db, id)),
  countAlike: (ids) => ask(() => countAlike(db, ids)),
  findingHistory: ({ fingerprint, id }) => ask(() => findingHistory(db, fingerprint, id)),
  changedReviews: () => ask(() => changedGround(db)),
  saveReviews: (reviews) => ask(() => saveReviews(db, reviews, now())),
  givenAnswers: (batch) => ask(() => givenAnswers(db, batch)),
  undoAnswers: (batch) => ask(() => undoAnswers(db, batch)),
});
