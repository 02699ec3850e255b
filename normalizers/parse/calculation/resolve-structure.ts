import Big from 'big.js';
import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import type { Calculation } from '../../../src/model/target.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import type { ValueText } from '../quantity/value-text.js';
import { enumeratedProduct } from './enumerated-product.js';
import { type Item, isMoney } from './read-items.js';
import { holdsMoney, readTerm, type TermReading } from './read-term.js';

/** The terms that add up to the line, each amount once; `flags` tell where a headline or total disagrees with its parts. */
export interface Structure {
  terms: TermReading[];
  flags: NonNullable<Calculation['flags']>;
}

const { totals, partOf, subtractions } = valueLexicon.calculation;
const TOTALS = new Set(totals);
const PART_OF = new RegExp(`^(?:${partOf.join('|')})`);
const SUBTRACTION = new RegExp(`^(?:${subtractions.join('|')})`);
/** A total is looked for over at most so many clauses before or behind it. */
const MAX_ADDENDS = 30;

const sumOf = (terms: readonly TermReading[]): Big =>
  terms.reduce((sum, { computed }) => sum.plus(computed ?? 0), new Big(0));
const slackOfAll = (terms: readonly TermReading[]): Big =>
  terms.reduce((sum, { slack }) => sum.plus(slack), new Big(0));

function agree(parts: readonly TermReading[], whole: TermReading): boolean {
  if (whole.stated === null) return false;
  return sumOf(parts).minus(whole.stated).abs().lte(slackOfAll(parts).plus(whole.slack));
}

/** Whether the total is the sum of the last clauses: all of them, or those since a 小计. */
function sumsUp(terms: readonly TermReading[], total: TermReading): boolean {
  const first = Math.max(0, terms.length - MAX_ADDENDS);
  if (agree(terms, total)) return true;
  for (let from = terms.length - 1; from >= first; from--) if (agree(terms.slice(from), total)) return true;
  return false;
}

const isTotal = (item: Item): boolean => item.kind === 'lump' && TOTALS.has(item.label);

/** 减去自筹4万元 */
function negated(term: TermReading): TermReading {
  const turn = (amount: Big | null): Big | null => amount?.times(-1) ?? null;
  const [computed, stated] = [turn(term.computed), turn(term.stated)];
  const printed = {
    computedYuan: term.term.computedYuan === null ? null : (computed?.toFixed() ?? null),
    statedYuan: stated?.toFixed() ?? null,
  };
  return { ...term, computed, stated, term: { ...term.term, ...printed } };
}

/** 50万元（100元/份×5000份）: the headline is the result of the product in its brackets. */
function withResult(part: TermReading, { stated, slack }: TermReading): TermReading {
  if (stated === null || part.computed === null) return part;
  const difference = part.computed.minus(stated).abs();
  const status = difference.eq(0) ? 'exact' : difference.lte(slack) ? 'rounding' : 'differs';
  const term = { ...part.term, statedYuan: stated.toFixed(), slackYuan: slack.toFixed() };
  return { ...part, term, status, stated, slack, readings: [] };
}

/** Decides between readings which the layout leaves equal: what is a part of what. Only exact or rounded agreement decides. */
export function resolveStructure(
  items: readonly Item[],
  moneyUnit: MoneyUnit | null,
  source: ValueText,
): Structure {
  return new StructureWalk(items, moneyUnit, source).walk();
}

class StructureWalk {
  private readonly flags = new Set<Structure['flags'][number]>();
  private readonly terms: TermReading[] = [];
  private readonly known = new Map<Item, TermReading>();

  constructor(
    private readonly items: readonly Item[],
    private readonly moneyUnit: MoneyUnit | null,
    private readonly source: ValueText,
  ) {}

  walk(): Structure {
    for (let index = 0; index < this.items.length; ) index = this.take(index);
    if (this.terms.length === 0) {
      const open = enumeratedProduct(this.items, null, this.moneyUnit, this.source);
      if (open) this.terms.push(open);
    }
    return { terms: this.terms, flags: [...this.flags] };
  }

  /** Takes the item at `index`; answers the index of the next to look at. */
  private take(index: number): number {
    const item = this.items[index];
    if (!item || !isMoney(item)) return index + 1;
    const own = this.termOf(item);
    if (isTotal(item) && this.terms.length > 0) {
      if (!this.productBefore(index) && !sumsUp(this.terms, own)) this.flags.add('total-differs');
      return index + 1;
    }
    const end = item.kind === 'lump' ? this.headlineOver(index, own) : null;
    if (end !== null) return end;
    if (PART_OF.test(item.label) && this.terms.length > 0) return index + 1;
    const product = item.kind === 'lump' ? this.productBefore(index) : null;
    const terms = product ? [product] : this.partsOf(item, own);
    this.terms.push(...(SUBTRACTION.test(item.label) ? terms.map(negated) : terms));
    return index + 1;
  }

  /** Factors in clauses of their own, in the sentence before the result. */
  private productBefore(index: number): TermReading | null {
    const result = this.items[index];
    if (!result) return null;
    let first = index;
    for (let before = this.items[first - 1]; before; before = this.items[first - 1]) {
      if (before.sentence !== result.sentence || isMoney(before)) break;
      first--;
    }
    return enumeratedProduct(this.items.slice(first, index), result, this.moneyUnit, this.source);
  }

  private termOf(item: Item): TermReading {
    const known = this.known.get(item) ?? readTerm(item, this.moneyUnit, this.source);
    this.known.set(item, known);
    return known;
  }

  private read(items: readonly Item[]): TermReading[] {
    return items
      .filter((item) => isMoney(item) && !isTotal(item))
      .flatMap((item) => this.partsOf(item, this.termOf(item)));
  }

  /** The amount itself, or what stands in brackets beside it where that adds up to it or is a calculation. */
  private partsOf(item: Item, own: TermReading): TermReading[] {
    const parts = this.read(item.details);
    if (parts.length === 0 || own.status !== 'lump') return [own].filter(holdsMoney);
    const agrees = agree(parts, own);
    const [only] = parts;
    if (parts.length === 1 && only?.status === 'open') return [withResult(only, own)];
    if (agrees) return parts;
    if (parts.every(({ status }) => status === 'lump' || status === 'unreadable')) return [own];
    this.flags.add('headline-differs');
    return parts;
  }

  /** 10万元：…, 共10万元，其中…: an amount over those behind it. Takes them and answers where they end; null where it is none. */
  private headlineOver(index: number, own: TermReading): number | null {
    const item = this.items[index];
    const next = this.items[index + 1];
    if (!item || !next) return null;
    const announced = this.source.text.charAt(item.statement.end) === ':';
    if (!announced && !isTotal(item) && !PART_OF.test(next.label)) return null;
    const sameSentence = this.items.findIndex((other, at) => at > index && other.sentence !== item.sentence);
    for (const end of new Set([sameSentence < 0 ? this.items.length : sameSentence, this.items.length])) {
      const parts = end - index > MAX_ADDENDS ? [] : this.read(this.items.slice(index + 1, end));
      if (parts.length > 0 && agree(parts, own)) {
        this.terms.push(...parts);
        return end;
      }
    }
    return null;
  }
}
