import type { Documents } from '../model/ports/documents.js';
import { knownArchive, saveArchive } from './documents/archives.js';
import {
  assign,
  listRepairs,
  previewAssignments,
  takeAssignmentsBack,
  takeRepairBack,
} from './documents/assign.js';
import { correct, correctionsOf, listCorrections } from './documents/corrections.js';
import { addPath } from './documents/document-paths.js';
import { documentsInScope } from './documents/documents-in-scope.js';
import { findDocuments } from './documents/find-documents.js';
import { beginImport, endImport, listImports } from './documents/import-log.js';
import { knownDocument } from './documents/known-document.js';
import { linkVersions } from './documents/link-versions.js';
import { listReadings } from './documents/list-readings.js';
import { loadDocument, loadReading } from './documents/load-document.js';
import { documentsBelow, removeDocuments } from './documents/remove-documents.js';
import { saveDocuments } from './documents/save-document.js';
import type { Database } from './ground/database.js';
import type { Face } from './ground/face.js';

/** @param now when something is written down, ISO 8601 */
export const documentsPort = (db: Database, { ask, explain }: Face, now: () => string): Documents => ({
  known: (sha256) => ask(() => knownDocument(db, sha256)),
  save: (document) => ask(() => void saveDocuments(db, [{ document }])),
  saveAll: (parcels) => ask(() => saveDocuments(db, parcels)),
  addPath: (sha256, at, { shown = at, url = null, published = null } = {}) =>
    ask(() => addPath(db, sha256, { path: at, shown, url, published })),
  knownArchive: (sha256) => ask(() => knownArchive(db, sha256)),
  saveArchive: (sha256, members) => ask(() => saveArchive(db, sha256, members)),
  linkVersions: () => ask(() => linkVersions(db)),
  documents: async function* (scope) {
    try {
      yield* documentsInScope(db, scope);
    } catch (error) {
      throw explain(error);
    }
  },
  load: (sha256) => ask(() => loadDocument(db, sha256)),
  reading: (sha256) => ask(() => loadReading(db, sha256)),
  assign: (sha256, assignment) =>
    ask(() => void assign(db, [{ sha256, assignment }], { who: null, at: now() })),
  assignAll: (documents, who) => ask(() => assign(db, documents, { who, at: now() })),
  previewAssign: (documents) => ask(() => previewAssignments(db, documents)),
  repairs: (limit) => ask(() => listRepairs(db, limit)),
  undoRepair: (repair) => ask(() => takeRepairBack(db, repair)),
  undoAssign: (documents) => ask(() => takeAssignmentsBack(db, documents)),
  corrections: (sha256) => ask(() => correctionsOf(db, sha256)),
  correct: (document, place, correction) =>
    ask(() => correct(db, document, place, correction && { ...correction, at: now() })),
  listCorrections: () => ask(() => listCorrections(db)),
  findDocuments: (wanted) => ask(() => findDocuments(db, wanted)),
  documentsBelow: (folder) => ask(() => documentsBelow(db, folder)),
  remove: (contents) => ask(() => removeDocuments(db, contents)),
  listReadings: (filter) => ask(() => listReadings(db, filter)),
  beginImport: (given) => ask(() => beginImport(db, given, now())),
  endImport: (id, end) => ask(() => endImport(db, id, end, now())),
  imports: (limit) => ask(() => listImports(db, limit)),
});
