import type { ReadDocument } from './document.js';
import { rowId } from './row-id.js';
import { listOf } from './sections/section.js';
import { EVERY_SECTION, type RowKind } from './sections/sections.js';

/**
 * What `locate` finds a value by: `i123` for the indicator with this index in the disclosure with this index.
 * @param documentNumber `documents.id`
 */
export function valueKey(
  documentNumber: number,
  { disclosures }: Pick<ReadDocument, 'disclosures'>,
  kind: RowKind,
  disclosure: number,
  index: number,
): string {
  const section = EVERY_SECTION.find(({ row }) => row?.kind === kind);
  if (!section?.row) throw new Error(`no section has rows of the kind ${kind}`);
  const { list, row } = section;
  const before = disclosures.slice(0, disclosure).reduce((sum, each) => sum + listOf(list, each).length, 0);
  return `${row.letter}${rowId(documentNumber, before + index + 1)}`;
}
