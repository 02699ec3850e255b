import type { ReadDocument } from '../../model/document.js';
import type { Operand } from '../../model/finding.js';
import { clipText } from '../clip-text.js';
import { printable } from '../text-width.js';
import { unitOfCell } from './unit-of-cell.js';

/**
 * What is printed where an operand stands, with the unit where the cell does not print it: `1,560.00（万元）`.
 * @param document it stands in; undefined where the store has it no longer
 * @param most characters of the quote; all of them by default
 */
export function excerpt(
  { evidence }: Operand,
  document: ReadDocument | undefined,
  most = Number.POSITIVE_INFINITY,
): string {
  const quote = evidence.quote.trim();
  if (quote === '') return '（空白）';
  const unit = document ? unitOfCell(document, evidence) : null;
  return `${clipText(printable(quote), most)}${unit === null ? '' : `（${unit}）`}`;
}
