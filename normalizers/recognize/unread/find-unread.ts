import type { Diagnostic } from '../../../src/model/diagnostic.js';
import type { CellClaim, UnreadPart } from '../../../src/model/document.js';
import type { Block } from '../../../src/model/grid.js';
import type { RecognizedForm } from '../form/form.js';
import { diagnosticOfRows, diagnosticOfText } from './unread-diagnostics.js';
import { unreadGrids } from './unread-grids.js';
import { unreadText } from './unread-text.js';

export interface Unread {
  parts: UnreadPart[];
  /** One `form-not-recognized` for each part. */
  diagnostics: Diagnostic[];
}

/** What looks like a performance form in a document and belongs to none of the forms recognized in it. */
export function findUnread(
  blocks: readonly Block[],
  forms: readonly RecognizedForm[],
  claims: readonly CellClaim[],
): Unread {
  const narrative = new Set(forms.flatMap((form) => form.narrative.map(({ block }) => block)));
  const grids = unreadGrids(blocks, claims);
  const texts = unreadText(blocks, (block) => narrative.has(block));
  return {
    parts: [
      ...grids.map(({ block, cells, rows }) => ({ block, cells, rows: rows.length })),
      ...texts.map(({ block, lines }) => ({ block, cells: [], rows: lines.length })),
    ],
    diagnostics: [...grids.map(diagnosticOfRows), ...texts.map(diagnosticOfText)],
  };
}
