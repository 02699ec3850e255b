import { maskPath } from '../../../normalizers/privacy/mask-path.js';
import type { ReadDocument } from '../../model/document.js';
import type { Outcome } from '../../model/outcome.js';
import { READER_VERSION } from './reader-version.js';

/** A document of which nothing was read; its outcome says why. The path may be the true one. */
export function unreadDocument(
  { sha256, bytes, path, format }: Pick<ReadDocument, 'sha256' | 'bytes' | 'path' | 'format'>,
  outcome: Outcome,
  reason: string | null,
): ReadDocument {
  return {
    sha256,
    bytes,
    path: maskPath(path),
    format,
    readerVersion: READER_VERSION,
    outcome,
    reason,
    title: null,
    url: null,
    published: null,
    blocks: [],
    forms: [],
    claims: [],
    unread: [],
    disclosures: [],
    diagnostics: [],
  };
}
