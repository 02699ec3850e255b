import { parseCalculation } from '../../calculation/parse-calculation.js';
import type { TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const LOOKS_LIKE_PRODUCT = /\d[^*=]{0,20}[*xX]/;

/** 维修费5次*5000=25000元: the target is a calculation with its result. */
export function recogniseCalculation({ source, moneyUnit }: TargetContext): TargetReading | null {
  if (!source.text.includes('=') || !LOOKS_LIKE_PRODUCT.test(source.text)) return null;
  const calculation = parseCalculation(source.raw, { amountFen: null, moneyUnit });
  const { terms, statedYuan } = calculation;
  if (
    statedYuan === null ||
    !terms.some(({ kind, statedYuan: stated }) => kind !== 'lump' && stated !== null)
  )
    return null;
  return {
    kind: 'calc',
    operator: '=',
    value: statedYuan,
    unit: '元',
    quantity: statedYuan,
    measure: '元',
    calculation,
  };
}
