import { operatorAt } from '../quantity/operator-reader.js';
import { valueText } from '../quantity/value-text.js';

/** Operator, value and unit of a target that stand in columns of their own (指标性质, 指标值, 度量单位). */
export interface TargetColumns {
  operator?: string;
  value?: string;
  unit?: string;
}

/** Words of the operator column that say what sort of indicator it is, not how its figure is meant. */
const MARKERS = /定量|定性|正向指标|反向指标|正向|反向|逆向|[/／|]/g;
const BLANK = /^(?:[-—–/\\]|无)?$/;
const HOLDS_FIGURE = /\d|^[零一二两三四五六七八九十百千万]{1,6}$/;

/** The target as it would be printed in one cell: `≥`, `230`, `个` → `≥230个`. 定性 is a kind, not part of the target. */
export function joinTarget({ operator = '', value = '', unit = '' }: TargetColumns): string {
  const figure = value.trim();
  if (figure === '') return '';
  const sign = operator.replace(MARKERS, '').trim();
  const tail = unit.trim();
  const head = sign === '' || BLANK.test(sign) || operatorAt(valueText(figure).text, 0) !== null ? '' : sign;
  const end =
    BLANK.test(tail) || figure.endsWith(tail) || !HOLDS_FIGURE.test(valueText(figure).text) ? '' : tail;
  return `${head}${figure}${end}`;
}
