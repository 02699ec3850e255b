import { countUnreadRows } from '../../model/count-unread-rows.js';
import type { ReadDocument } from '../../model/document.js';
import type { Assignment } from '../../model/ports/documents.js';
import type { SqlRow } from '../ground/rows.js';
import { sharedSubject, unresolvedOf } from './subject.js';

/** Columns of `document_rows` that follow from the reading; path, url and published follow from all its paths. */
export function documentRow(document: ReadDocument, assignment: Assignment | null): SqlRow {
  const count = (status: string): number => document.claims.filter((claim) => claim.status === status).length;
  return {
    bytes: document.bytes,
    format: document.format,
    reader_version: document.readerVersion,
    outcome: document.outcome,
    reason: document.reason,
    title: document.title,
    ...sharedSubject(document, assignment),
    forms: document.forms.length,
    cells: document.claims.length,
    set_aside_cells: count('set-aside'),
    unclaimed_cells: count('unclaimed'),
    unread_rows: countUnreadRows(document.unread),
    unread_cells: document.unread.reduce((sum, { cells }) => sum + cells.length, 0),
    pictures: document.pictures ?? null,
    recognized_pages: document.recognized?.length ?? 0,
    unresolved: unresolvedOf(document),
  };
}
