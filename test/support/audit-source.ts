import type { ReadDocument } from '../../src/model/document.js';
import type { AuditSource } from '../../src/model/ports/documents.js';

/** Documents held in memory as the source of an audit. */
export const sourceOf = (documents: ReadDocument[]): AuditSource => ({
  async *documents() {
    yield* documents;
  },
});
