import Big from 'big.js';
import type { Operator } from '../../../../src/model/target.js';
import type { TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const PROPORTION = /^(≥|≤|>|<|=)?(\d{1,6}(?:\.\d{1,4})?)([:/])(\d{1,6}(?:\.\d{1,4})?)(以上|以下)?$/;
const SERVICE_HOURS = /^(≥|≤|>|<|=)?([57])(?:\*|x|X)(24|8|12)(?:个)?小时?(?:服务|值班|在线|运行)?$/;

const SUFFIX: Record<string, Operator> = { 以上: '>=', 以下: '<=' };
const SIGN: Record<string, Operator> = { '≥': '>=', '≤': '<=', '>': '>', '<': '<', '=': '=' };

/** 1:3, 2/3: a proportion of two figures; its quantity only where it is a finite decimal. */
export function recogniseProportion({ source }: TargetContext): TargetReading | null {
  const groups = PROPORTION.exec(source.text);
  if (!groups) return null;
  const [, sign = '', left = '', colon = '', right = '', suffix = ''] = groups;
  const divisor = new Big(right);
  const share = divisor.eq(0) ? null : new Big(left).div(divisor);
  const finite = share?.times(divisor).eq(left);
  return {
    kind: 'ratio',
    operator: SUFFIX[suffix] ?? SIGN[sign] ?? '=',
    value: `${left}${colon}${right}`,
    unit: null,
    quantity: finite && share ? share.toFixed() : null,
    measure: '比',
  };
}

/** 7×24小时: hours of service a week. */
export function recogniseServiceHours({ source }: TargetContext): TargetReading | null {
  const groups = SERVICE_HOURS.exec(source.text);
  if (!groups) return null;
  const [, sign = '', days = '', hours = ''] = groups;
  return {
    kind: 'duration',
    operator: SIGN[sign] ?? '=',
    value: `${days}×${hours}`,
    unit: '小时',
    quantity: new Big(days).times(hours).toFixed(),
    measure: '小时/周',
    unitFrom: 'cell',
  };
}
