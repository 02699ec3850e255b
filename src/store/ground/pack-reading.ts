import type { ReadDocument } from '../../model/document.js';
import type { PackedReading } from '../../model/ports/documents.js';
import { packJson } from './pack-json.js';

/** What the `reading` blob holds; blocks are apart, since questions to the reading rarely need the grids. */
export type Reading = Pick<
  ReadDocument,
  'forms' | 'claims' | 'disclosures' | 'diagnostics' | 'ofFile' | 'pages' | 'recognized'
> &
  Partial<Pick<ReadDocument, 'unread'>>;

/** The blobs of a document. */
export function packReading({
  forms,
  claims,
  unread,
  disclosures,
  diagnostics,
  ofFile,
  pages,
  recognized,
  blocks,
}: ReadDocument): PackedReading {
  const reading: Reading = { forms, claims, unread, disclosures, diagnostics, ofFile, pages, recognized };
  return { reading: packJson(reading), grids: packJson(blocks) };
}
