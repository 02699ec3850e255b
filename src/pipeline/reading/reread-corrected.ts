import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import type { ReadDocument, ReadHints } from '../../model/document.js';
import { printedDate } from '../files/printed-date.js';
import { correctBlocks, type GivenCorrection } from './correct-blocks.js';

/** Diagnostics this makes. */
const OWN = ['corrected', 'corrected-otherwise-read', 'correction-lost'];

/**
 * A stored reading with these corrections instead of those it has: its forms are read again from its own tables, the file is not
 * needed.
 * @param path the path it was read under, as it is shown
 */
export function rereadCorrected(
  document: ReadDocument,
  corrections: readonly GivenCorrection[],
  path: string,
  hints: ReadHints | null,
): ReadDocument {
  const corrected = correctBlocks(document.blocks, corrections);
  const { format, title, reason } = document;
  const extraction = {
    format,
    outcome: 'ok' as const,
    ...(title === null ? {} : { title }),
    blocks: corrected.blocks,
    diagnostics: [],
  };
  const read = readDisclosures(extraction, { path, ...hints });
  const ofFile = [
    ...document.diagnostics
      .slice(0, document.ofFile ?? document.diagnostics.length)
      .filter(({ code }) => !OWN.includes(code)),
    ...corrected.diagnostics,
  ];
  return {
    ...document,
    outcome: document.outcome === 'partial' && reason !== null ? 'partial' : read.outcome,
    printedDate: printedDate(read.blocks),
    blocks: read.blocks,
    forms: read.forms,
    claims: read.claims,
    unread: read.unread,
    disclosures: read.disclosures,
    diagnostics: [...ofFile, ...read.diagnostics],
    ofFile: ofFile.length,
  };
}
