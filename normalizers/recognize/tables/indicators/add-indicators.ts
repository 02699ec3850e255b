import type { IndicatorTableRow, RecognizedForm } from '../../form/form.js';
import { isCutByPage } from '../../rows/page-cut.js';

/**
 * Adds the indicators of a row. A name that a rule cuts in two (…减霾工 | 作) stands beside one target merged over both rows:
 * the second piece has no number where the first has one (指标 2：), or is too short for a name.
 */
export function addIndicators(form: RecognizedForm, found: readonly IndicatorTableRow[], row: number): void {
  for (const indicator of found) {
    const last = form.indicators.at(-1);
    const target = indicator.target[0]?.cell;
    const shared = target !== undefined && target.row < row && last?.target[0]?.cell === target;
    const numbered = (text: string) => /^指标\s*\d/.test(text);
    const isPiece =
      indicator.nameText.length <= 2 || (numbered(last?.nameText ?? '') && !numbered(indicator.nameText));
    if (last && shared && isPiece) last.nameText += indicator.nameText;
    else if (last && isRest(last, indicator)) {
      last.nameText += indicator.nameText;
      last.target.push(...indicator.target);
    } else form.indicators.push(indicator);
  }
}

function isRest(last: IndicatorTableRow, next: IndicatorTableRow): boolean {
  const ownLevel = next.level2?.block === next.name.block && next.level2.cell.row === next.name.cell.row;
  if (ownLevel || next.level2?.cell !== last.level2?.cell) return false;
  const cells = ({ name, target, operator, unit, others }: IndicatorTableRow) => ({
    ...others,
    name: [name],
    target,
    operator,
    unit,
  });
  return isCutByPage(cells(last), cells(next), 'name');
}
