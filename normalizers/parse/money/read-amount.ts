import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { POWER_OF_YUAN } from '../../../src/model/facts/money-units.js';
import { alternation } from '../alternation.js';
import { moneyWords } from './money-words.js';

export interface Amount {
  /** Decimal string without separators, sign included: `-1234.50`. */
  figure: string;
  /** The unit printed beside the figure; null where there is none. */
  unit: MoneyUnit | null;
}

interface Part {
  figure: string;
  unit: MoneyUnit;
}

/**
 * Reads a text (NFKC) that is one amount: sign or accounting brackets, currency, operator, figure with thousands
 * separators, unit. Parts in falling units are one amount (1亿2000万元). Anything that could be two amounts, a percentage or
 * a figure with misplaced separators (12,34) is null.
 */
export function readAmount(plain: string): Amount | null {
  const text = closeUp(plain.replace(/[ \t\u3000]+/g, ' ')).replace(/,\s*\n\s*(?=\d{3}(?!\d))/g, ',');
  const match = grammar().exec(text);
  if (!match?.groups) return null;
  const { open, sign, first, unit1, unit2, rest, close } = match.groups;
  if (Boolean(open) !== Boolean(close)) return null;
  const whole = plainFigure(first ?? '');
  if (whole === null) return null;
  const negative = (Boolean(sign) && sign !== '+') || Boolean(open);
  const amount = unit1 && rest ? joinParts(whole, unit1, rest) : withUnit(whole, unit1 ?? unit2 ?? '');
  if (!amount) return null;
  return negative ? { ...amount, figure: `-${amount.figure}` } : amount;
}

/** `1 2 0 . 5 0`: a figure set with a space behind every character is one figure; `12 34` may be two. */
function closeUp(text: string): string {
  if (!text.includes(' ')) return text;
  const parts = text.split(' ');
  const single = parts.every((part) => /^(\d[.,]?|[.,]\d?|[-+]|[万亿千百]?元?)$/.test(part));
  return parts.length > 2 && single ? parts.join('') : text;
}

let pattern: RegExp | undefined;

function grammar(): RegExp {
  if (!pattern) {
    const { units, operators, currency, tails } = moneyWords();
    const unit = alternation(Object.keys(units));
    const figure = "\\d[\\d,']*(?:\\.\\d*)?|\\.\\d+";
    const prefix = `(?:(?:${alternation(operators)}|${alternation(currency)})\\s?)*`;
    pattern = new RegExp(
      `^${prefix}(?<open>[(])?(?<sign>[-−–—﹣+]|负)?\\s?(?:${alternation(currency)})?\\s?(?<first>${figure})` +
        `(?:\\s?(?<unit1>${unit})(?<rest>(?:(?:${figure})(?:${unit}))*)|\\s?[(](?<unit2>${unit})[)])?` +
        `(?<close>[)])?\\s?(?:${alternation(tails)})?(?:[(][^()\\d]*[)])?[。;.]?$`,
    );
  }
  return pattern;
}

/** `1,234.50` → `1234.50`; null where the separators do not stand at every third digit. */
function plainFigure(printed: string): string | null {
  const [whole = '', fraction] = printed.split('.');
  if (/[,']/.test(whole) && !/^\d{1,3}([,']\d{3})+$/.test(whole)) return null;
  const digits = whole.replace(/[,']/g, '') || '0';
  return fraction ? `${digits}.${fraction}` : digits;
}

function withUnit(figure: string, printedUnit: string): Amount | null {
  if (!printedUnit) return { figure, unit: null };
  const unit = moneyWords().units[printedUnit];
  return unit ? { figure: timesPowerOfTen(figure, unit.times), unit: unit.unit } : null;
}

/** 1亿2000万元 → 12000 万元: the sum in the last unit; null unless the units fall. */
function joinParts(firstFigure: string, firstUnit: string, rest: string): Amount | null {
  const { units } = moneyWords();
  const part = new RegExp(`([\\d,.']+)(${alternation(Object.keys(units))})`, 'g');
  const parts: Part[] = [];
  for (const [figure, unit] of [
    [firstFigure, firstUnit],
    ...[...rest.matchAll(part)].map((m) => [m[1], m[2]]),
  ]) {
    const amount = withUnit(plainFigure(figure ?? '') ?? '', unit ?? '');
    if (!amount?.unit || amount.figure === '') return null;
    parts.push({ figure: amount.figure, unit: amount.unit });
  }
  const last = parts.at(-1);
  if (!last) return null;
  let sum = 0n;
  const decimals = Math.max(...parts.map(({ figure }) => figure.split('.')[1]?.length ?? 0));
  for (const [index, { figure, unit }] of parts.entries()) {
    const before = parts[index - 1];
    if (before && POWER_OF_YUAN[before.unit] <= POWER_OF_YUAN[unit]) return null;
    const raised = timesPowerOfTen(figure, 10 ** (POWER_OF_YUAN[unit] - POWER_OF_YUAN[last.unit]));
    sum += BigInt(timesPowerOfTen(raised, 10 ** decimals).split('.')[0] ?? '0');
  }
  const digits = String(sum).padStart(decimals + 1, '0');
  const figure = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return { figure, unit: last.unit };
}

/** Moves the decimal point right: `1.5` × 1000 → `1500`. */
function timesPowerOfTen(figure: string, power: number): string {
  const places = String(power).length - 1;
  if (places === 0) return figure;
  const [whole = '', fraction = ''] = figure.split('.');
  const moved = fraction.padEnd(places, '0');
  const digits = `${whole}${moved.slice(0, places)}`.replace(/^0+(?=\d)/, '');
  const left = moved.slice(places);
  return left ? `${digits}.${left}` : digits;
}
