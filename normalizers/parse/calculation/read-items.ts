import type { ValueText } from '../quantity/value-text.js';
import { type AmountToken, amountValue, type CalculationToken } from './calculation-tokens.js';
import { amountUnit } from './evaluate.js';
import { type Expression, readStatement, type StatedCalculation } from './expression.js';

/** An amount, product or count met in a calculation, with the words before it. */
export interface Item {
  label: string;
  statement: StatedCalculation;
  printed: string;
  /** `lump`: a bare amount of money; `price`: money per something; `count`: no money; `range`: 5万元-10万元, no one amount. */
  kind: 'lump' | 'price' | 'product' | 'sum' | 'count' | 'range';
  /** What stands in brackets behind (or before) it: 50万元（100元/份×5000份=50万元）. */
  details: Item[];
  /** Number of the sentence (；。) it stands in. */
  sentence: number;
  /** The words right behind a count end its clause: 全年4次 counts, 3期的标牌 is a name. */
  closed: boolean;
}

const SENTENCE_END = /[；;。\n]/;
const MAX_NESTING = 4;
const LABEL_EDGES = ' :：,，、;；。."“”-*=/|()（）';
const CLOSING_WORDS = /^(?:左右|以上|以内|以下|次|$)/;

function trimLabel(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && LABEL_EDGES.includes(text.charAt(start))) start++;
  while (end > start && LABEL_EDGES.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const ENUMERATOR =
  /^(?:\(?\d{1,2}[).、．]|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|[①-⑳])/;

/** Words before an amount, without the number of their entry. */
const labelOf = (text: string): string => trimLabel(trimLabel(text).replace(ENUMERATOR, ''));

function kindOfAmount(amount: AmountToken): Item['kind'] {
  const [numerator, ...per] = amountUnit(amount).split('/');
  if (numerator !== '元') return 'count';
  return per.length === 0 || (per.length === 1 && per[0] === '年') ? 'lump' : 'price';
}

/** A minus without a result is as well a dash between two bounds. */
const isRange = (side: Expression): boolean =>
  side.type === 'sum' && side.terms.length === 2 && side.terms.some(({ subtracts }) => subtracts);

function kindOf({ sides }: StatedCalculation): Item['kind'] {
  const composite = sides.find((side) => side.type !== 'amount');
  if (composite && sides.length === 1 && isRange(composite)) return 'range';
  if (composite) return composite.type === 'sum' ? 'sum' : 'product';
  const kinds = sides.map((side) => (side.type === 'amount' ? kindOfAmount(side.amount) : 'count'));
  if (sides.length > 1 && kinds.some((kind) => kind !== 'count')) return 'product';
  return kinds[0] ?? 'count';
}

/** The amounts of an expression from left to right. */
export function amountsOf(expression: Expression): AmountToken[] {
  if (expression.type === 'amount') return [expression.amount];
  const inner: readonly { expression: Expression }[] =
    expression.type === 'sum' ? expression.terms : expression.factors;
  return inner.flatMap((part) => amountsOf(part.expression));
}

/** Walks the tokens once and gathers the items with their labels; brackets go to the amount they stand beside. */
export function readItems(tokens: readonly CalculationToken[], source: ValueText): Item[] {
  return new ItemWalk(tokens, source).walk(0, 0).items;
}

/** What a walk through one pair of brackets (or the whole text) has gathered so far. */
interface Level {
  items: Item[];
  /** Items in brackets before an amount, until it is clear whose they are. */
  waiting: Item[];
  labelFrom: number;
}

class ItemWalk {
  private sentence = 0;

  constructor(
    private readonly tokens: readonly CalculationToken[],
    private readonly source: ValueText,
  ) {}

  /** Reads to the bracket that closes this level; answers its items and where reading goes on. */
  walk(first: number, depth: number): { items: Item[]; next: number } {
    const level: Level = { items: [], waiting: [], labelFrom: this.tokens[first]?.start ?? 0 };
    let index = first;
    for (let token = this.tokens[index]; token; token = this.tokens[index]) {
      if (token.type === 'close' && depth > 0) break;
      const begins = token.type === 'amount' || token.type === 'open';
      const statement = begins ? readStatement(this.tokens, index, this.source) : null;
      index = statement
        ? this.takeStatement(statement, level, depth)
        : this.takeOther(token, index, level, depth);
    }
    return { items: [...level.items, ...level.waiting], next: index + 1 };
  }

  private takeStatement(statement: StatedCalculation, level: Level, depth: number): number {
    const item = this.item(statement, level.labelFrom);
    const behind = this.brackets(statement.next, depth);
    const next = behind?.next ?? statement.next;
    if (isMoney(item)) item.details = [...level.waiting, ...(behind?.items ?? [])];
    else {
      level.items.push(...level.waiting);
      item.details = behind?.items ?? [];
    }
    level.items.push(item);
    level.waiting = [];
    level.labelFrom = this.tokens[next]?.start ?? level.labelFrom;
    return next;
  }

  private takeOther(token: CalculationToken, index: number, level: Level, depth: number): number {
    const inner = this.brackets(index, depth);
    if (inner) {
      level.waiting.push(...inner.items);
      return inner.next;
    }
    const char = token.type === 'separator' ? this.source.text.charAt(token.start) : '';
    if (SENTENCE_END.test(char)) this.sentence++;
    if (char !== '' && char !== '、') {
      level.items.push(...level.waiting);
      level.waiting = [];
      level.labelFrom = token.end;
    }
    return index + 1;
  }

  private brackets(index: number, depth: number): { items: Item[]; next: number } | null {
    return this.tokens[index]?.type === 'open' && depth < MAX_NESTING
      ? this.walk(index + 1, depth + 1)
      : null;
  }

  private item(statement: StatedCalculation, labelFrom: number): Item {
    const after = this.tokens[statement.next];
    return {
      label: labelOf(this.source.text.slice(labelFrom, statement.start)),
      statement,
      printed: this.source.printed(statement.start, statement.end),
      kind: kindOf(statement),
      details: [],
      sentence: this.sentence,
      closed: after?.type !== 'words' || CLOSING_WORDS.test(this.source.text.slice(after.start, after.end)),
    };
  }
}

export const isMoney = ({ kind }: Item): boolean => kind === 'lump' || kind === 'product' || kind === 'sum';

/** Amount of a lump in 元. */
export function lumpYuan({ statement }: Item): ReturnType<typeof amountValue> | null {
  const side = statement.sides.at(-1);
  return side?.type === 'amount' ? amountValue(side.amount) : null;
}
