import Big from 'big.js';
import type { MoneyUnit } from '../../../src/model/money.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import type { ValueText } from '../quantity/value-text.js';
import { type Item, isMoney, lumpYuan } from './read-items.js';
import { holdsMoney, readTerm, type TermReading } from './read-term.js';

/** The terms that add up to the line, each amount once; `flags` tell where a headline or total disagrees with its parts. */
export interface Structure {
  terms: TermReading[];
  flags: ('headline-differs' | 'total-differs')[];
}

const TOTALS = new Set(valueLexicon.calculation.totals);
const PART_OF = /^(?:其中|含|包括|包含|内含)/;

const sumOf = (terms: readonly TermReading[]): Big =>
  terms.reduce((sum, { computed }) => sum.plus(computed ?? 0), new Big(0));
const slackOfAll = (terms: readonly TermReading[]): Big =>
  terms.reduce((sum, { slack }) => sum.plus(slack), new Big(0));

const isTotal = (item: Item): boolean => item.kind === 'lump' && TOTALS.has(item.label);

/** Decides between readings which the layout leaves equal: what is a part of what. Only exact or rounded agreement decides. */
export function resolveStructure(
  items: readonly Item[],
  moneyUnit: MoneyUnit | null,
  source: ValueText,
): Structure {
  const flags = new Set<Structure['flags'][number]>();
  const terms: TermReading[] = [];

  const agree = (parts: readonly TermReading[], amount: Big, slack: Big): boolean =>
    sumOf(parts)
      .minus(amount)
      .abs()
      .lte(slack.plus(slackOfAll(parts)));

  const flat = (item: Item): TermReading[] => {
    const own = readTerm(item, moneyUnit, source);
    const parts = item.details.filter(isMoney).flatMap(flat).filter(holdsMoney);
    if (parts.length === 0 || own.stated === null) return [own];
    if (parts.every(({ status }) => status === 'lump' || status === 'unreadable') || own.status !== 'lump')
      return [own];
    if (!agree(parts, own.stated, own.slack)) flags.add('headline-differs');
    return parts.length === 1 && parts[0]?.status === 'open' ? [withResult(parts[0], own)] : parts;
  };

  const money = items.filter(isMoney);
  for (const [index, item] of money.entries()) {
    const read = flat(item).filter(holdsMoney);
    const amount = lumpYuan(item);
    if (isTotal(item) && amount && terms.length > 0) {
      const [own] = read;
      if (own && !agree(terms, amount, own.slack)) flags.add('total-differs');
      continue;
    }
    const rest = money.slice(index + 1).filter((other) => !isTotal(other));
    if (isTotal(item) && amount && rest.length > 0) {
      const parts = rest.flatMap(flat).filter(holdsMoney);
      const [own] = read;
      if (own && agree(parts, amount, own.slack)) return { terms: parts, flags: [...flags] };
    }
    if (PART_OF.test(item.label) && terms.length > 0) continue;
    terms.push(...read);
  }
  return { terms, flags: [...flags] };
}

/** 50万元（100元/份×5000份）: the headline is the result of the product in its brackets. */
function withResult(part: TermReading, headline: TermReading): TermReading {
  const { stated, slack } = headline;
  if (stated === null || part.computed === null) return part;
  const difference = part.computed.minus(stated).abs();
  const status = difference.eq(0) ? 'exact' : difference.lte(slack) ? 'rounding' : 'differs';
  const term = { ...part.term, statedYuan: stated.toFixed(), slackYuan: slack.toFixed() };
  return { ...part, term, status, stated, slack, readings: [] };
}
