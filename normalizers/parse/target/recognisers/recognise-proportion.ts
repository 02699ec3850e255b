import Big from 'big.js';
import type { Operator } from '../../../../src/model/target.js';
import { chineseNumber } from '../../quantity/number-reader.js';
import type { TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const FIGURE = '\\d{1,6}(?:\\.\\d{1,4})?';
const PROPORTION = new RegExp(`^(≥|≤|>|<|=)?(${FIGURE})([:/])(${FIGURE})(以上|以下)?$`);
const SERVICE_HOURS = /^(≥|≤|>|<|=)?([57])(?:天)?[*xX](24|8|12)(?:个)?(?:小时|h)?([\u4e00-\u9fff]{0,8})$/;
const RANK =
  /^([^\d]{0,12}?)(前|第)(\d{1,4}|[一二三四五六七八九十百]{1,4})(?:名|位|强)(?:以内|内|以上|之内)?$/;

const OPERATORS: Record<string, Operator> = {
  以上: '>=',
  以下: '<=',
  '≥': '>=',
  '≤': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
};

/** 1:3, 2/3: a proportion of two figures; its quantity only where it is a finite decimal. */
export function recogniseProportion({ source }: TargetContext): TargetReading | null {
  const groups = PROPORTION.exec(source.text);
  if (!groups) return null;
  const [, sign = '', left = '', colon = '', right = '', suffix = ''] = groups;
  const divisor = new Big(right);
  const share = divisor.eq(0) ? null : new Big(left).div(divisor);
  const finite = share?.times(divisor).eq(left) ?? false;
  return {
    kind: 'ratio',
    operator: OPERATORS[suffix] ?? OPERATORS[sign] ?? '=',
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
  const [, sign = '', days = '', hours = '', label = ''] = groups;
  return {
    kind: 'duration',
    operator: OPERATORS[sign] ?? '=',
    value: `${days}×${hours}`,
    unit: '小时',
    quantity: new Big(days).times(hours).toFixed(),
    measure: '小时/周',
    unitFrom: 'cell',
    ...(label === '' ? {} : { label }),
  };
}

/** 全省前10名, 第一名: a place in an order, 1 = best. */
export function recogniseRank({ source }: TargetContext): TargetReading | null {
  const groups = RANK.exec(source.text);
  if (!groups) return null;
  const [, label = '', word = '', printed = ''] = groups;
  const place = /^\d/.test(printed) ? printed : chineseNumber(printed);
  if (place === null) return null;
  return {
    kind: 'number',
    operator: word === '前' ? '<=' : '=',
    value: place,
    unit: '名',
    quantity: place,
    measure: '名次',
    unitFrom: 'cell',
    ...(label === '' ? {} : { label }),
  };
}
