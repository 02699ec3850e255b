import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import { rowId } from './row-id.js';

/** Kinds of value that have an id of their own: the letter before the id, and the list they stand in. */
const KINDS = {
  budget: { letter: 'b', list: (disclosure: Disclosure) => disclosure.budgets },
  project: { letter: 'p', list: (disclosure: Disclosure) => disclosure.projects },
  indicator: { letter: 'i', list: (disclosure: Disclosure) => disclosure.indicators },
  cost: { letter: 'c', list: (disclosure: Disclosure) => disclosure.costs },
  'work-plan': { letter: 'w', list: (disclosure: Disclosure) => disclosure.workPlan },
} as const;

/**
 * What `locate` finds a value by: `i123` for the indicator with this index in the disclosure with this index.
 * @param documentNumber `documents.id`
 */
export function valueKey(
  documentNumber: number,
  { disclosures }: Pick<ReadDocument, 'disclosures'>,
  kind: keyof typeof KINDS,
  disclosure: number,
  index: number,
): string {
  const { letter, list } = KINDS[kind];
  const before = disclosures.slice(0, disclosure).reduce((sum, each) => sum + list(each).length, 0);
  return `${letter}${rowId(documentNumber, before + index + 1)}`;
}
