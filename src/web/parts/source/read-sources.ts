import type { ReadDocument } from '../../../model/document.js';
import type { Operand } from '../../../model/finding.js';
import type { NumberedOperand } from '../../../report/evidence/render-source.js';
import type { Site } from '../../site.js';

/** A stored document as far as it can be shown. */
export interface Source {
  /** As in `/documents/ID`. */
  id: number;
  document: ReadDocument;
  /** It is of a format whose pages can be drawn as they were printed. */
  hasDrawnPages: boolean;
  /** Its pages can be drawn: the file, or kept source, is still there. */
  isDrawn: boolean;
}

/** What operands rest on. */
export interface Sources {
  operands: NumberedOperand[];
  /** Documents the operands stand in, in that order. */
  sources: Source[];
  /** sha256 of those the store does not have any more. */
  missing: string[];
}

/** The documents some operands stand in; the operands are numbered from 1. */
export async function readSources(site: Site, operands: readonly Operand[]): Promise<Sources> {
  const sources: Source[] = [];
  const missing: string[] = [];
  for (const sha256 of new Set(operands.map(({ document }) => document))) {
    const source = await readSource(site, sha256);
    if (source) sources.push(source);
    else missing.push(sha256);
  }
  return {
    operands: operands.map((operand, index) => ({ number: index + 1, operand })),
    sources,
    missing,
  };
}

/** A document of the store; null where it has none with this content. */
export async function readSource({ store, drawer }: Site, sha256: string): Promise<Source | null> {
  const [row] = await store.matching('documents', { sha256 }, ['id']);
  const document = row ? await store.load(sha256) : null;
  if (!row || !document) return null;
  return {
    id: Number(row.id),
    document,
    hasDrawnPages: drawer.draws(document.format),
    isDrawn: await drawer.canDraw(document),
  };
}
