import type { FormColumn, IndicatorTableRow, RecognizedForm } from '../../form/form.js';
import { isTargetLike } from '../../words/form-words.js';
import { level1Of, level2Of } from '../../words/vocabulary.js';

const MOST_ODD = 0.2;

/**
 * Whether rows read without a header are those of an indicator table: levels are printed in this grid, or left blank where all rows go on with those above and have targets; and names are not
 * figures or levels themselves.
 */
export function holdsIndicators({ indicators }: RecognizedForm, columns: readonly FormColumn[]): boolean {
  const printed = indicators.some(
    ({ level1, level2, level1Text, name }) =>
      [level1, level2].some((level) => level?.block === name.block && isLevel(level.cell.text)) ||
      (level1 === null && isLevel(level1Text ?? '')),
  );
  const odd = indicators.filter(
    ({ nameText }) =>
      (/指标\s*$/.test(nameText) && isLevel(nameText)) || /^[\d.,%≥≤<>＞＜=＝\s]+$/.test(nameText),
  );
  const hasLevels = columns.some(({ role }) => /^indicator\.level/.test(role));
  return (
    (printed || (hasLevels && indicators.every(goesOnAbove))) && odd.length <= indicators.length * MOST_ODD
  );
}

/** No level of its own beside a name in words and a target. */
const goesOnAbove = ({ level1, level2, name, nameText, target }: IndicatorTableRow): boolean =>
  level1 !== null &&
  [level1, ...(level2 ? [level2] : [])].every(({ block }) => block !== name.block) &&
  /[\u4e00-\u9fff]{2}/.test(nameText) &&
  target.some(({ cell }) => isTargetLike(cell.text));

const isLevel = (text: string): boolean => level1Of(text) !== undefined || level2Of(text) !== undefined;
