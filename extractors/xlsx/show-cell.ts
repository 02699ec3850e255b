import type { NumberFormatter } from './number-format/number-formatter.js';
import { hasNoResult, rawValue, shownText } from './shown-text.js';
import type { ShowCell } from './stored-sheet.js';
import { TextBudget } from './text-budget.js';

/**
 * Shows the cells of one workbook, counting their texts.
 *
 * @param format shows numbers; undefined where the file holds what is shown
 * @throws LimitError, as it is called, when the texts come to more than LIMITS allows
 */
export function showCell(format: NumberFormatter | undefined): ShowCell {
  const budget = new TextBudget();
  return (row, column, stored) => {
    const { text, exact } = shownText(stored, format);
    if (text === '') return undefined;
    budget.spend(text.length);
    return { row, column, text, exact, raw: rawValue(stored, text), lacksResult: hasNoResult(stored) };
  };
}
