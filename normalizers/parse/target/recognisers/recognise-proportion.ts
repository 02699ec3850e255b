import Big from 'big.js';
import type { Operator } from '../../../../src/model/target.js';
import { chineseNumber } from '../../quantity/number-reader.js';
import type { TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const FIGURE = '\\d{1,6}(?:\\.\\d{1,4})?';
const PROPORTION = new RegExp(`^([^\\d≥≤<>=]{0,15})(≥|≤|>|<|=)?(${FIGURE})([:比])(${FIGURE})(以上|以下)?$`);
const FRACTION = /^(≥|≤|>|<|=)?(\d)\/(\d|10)(以上|以下)?$/;
const WORDED_FRACTION = /^([二三四五六七八九十]|\d{1,2})分之([一二三四五六七八九]|\d{1,2})(以上|以下)?$/;
const SERVICE_HOURS = /^(≥|≤|>|<|=)?([57]|36[56])天?[*xX](24|8|12)(?:个?小时|h)?([\u4e00-\u9fff]{0,8})$/;
const HOURS_FIRST = /^(24|8|12)(?:个?小时|h)[*xX]([57]|36[56])天?$/;
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

const figureOf = (printed: string): string | null => (/^\d/.test(printed) ? printed : chineseNumber(printed));

function proportion(
  left: string,
  mark: string,
  right: string,
  operator: Operator | undefined,
  label = '',
): TargetReading {
  const divisor = new Big(right);
  const share = divisor.eq(0) ? null : new Big(left).div(divisor);
  const finite = share?.times(divisor).eq(left) ?? false;
  return {
    kind: 'ratio',
    operator: operator ?? '=',
    value: `${left}${mark}${right}`,
    unit: null,
    quantity: finite && share ? share.toFixed() : null,
    measure: '比',
    ...(label === '' ? {} : { label }),
  };
}

/** 1:3, 2/3, 三分之二: a proportion of two figures; its quantity only where it is a finite decimal. */
export function recogniseProportion({ source }: TargetContext): TargetReading | null {
  const colon = PROPORTION.exec(source.text);
  if (colon) {
    const [, label = '', sign = '', left = '', , right = '', suffix = ''] = colon;
    return proportion(left, ':', right, OPERATORS[suffix] ?? OPERATORS[sign], label);
  }
  const fraction = FRACTION.exec(source.text);
  if (fraction) {
    const [, sign = '', left = '', right = '', suffix = ''] = fraction;
    return proportion(left, '/', right, OPERATORS[suffix] ?? OPERATORS[sign]);
  }
  const [, below, above, suffix = ''] = WORDED_FRACTION.exec(source.text) ?? [];
  if (above === undefined || below === undefined) return null;
  const [left, right] = [figureOf(above), figureOf(below)];
  if (left === null || right === null) return null;
  return proportion(left, '/', right, OPERATORS[suffix]);
}

/** 7×24小时: hours of service a week; 365天×24小时: a year. */
export function recogniseServiceHours({ source }: TargetContext): TargetReading | null {
  const groups = SERVICE_HOURS.exec(source.text);
  const turned = HOURS_FIRST.exec(source.text);
  const [, sign = '', days = '', hours = '', label = ''] = groups ?? ['', '', turned?.[2], turned?.[1]];
  if (days === '') return null;
  return {
    kind: 'duration',
    operator: OPERATORS[sign] ?? '=',
    value: `${days}×${hours}`,
    unit: '小时',
    quantity: new Big(days).times(hours).toFixed(),
    measure: days.length === 1 ? '小时/周' : '小时/年',
    unitFrom: 'cell',
    ...(label === '' ? {} : { label }),
  };
}

/** 全省前10名, 第一名: a place in an order, 1 = best. */
export function recogniseRank({ source }: TargetContext): TargetReading | null {
  const groups = RANK.exec(source.text);
  if (!groups) return null;
  const [, label = '', word = '', printed = ''] = groups;
  const place = figureOf(printed);
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
