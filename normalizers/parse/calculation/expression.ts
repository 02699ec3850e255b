import { readUnit } from '../quantity/unit-reader.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import type { ValueText } from '../quantity/value-text.js';
import type { AmountToken, CalculationToken } from './calculation-tokens.js';

/** Syntax tree of a calculation. */
export type Expression =
  | { type: 'amount'; amount: AmountToken }
  | { type: 'product'; factors: Factor[] }
  | { type: 'sum'; terms: Addend[] };

export interface Addend {
  expression: Expression;
  subtracts: boolean;
}

export interface Factor {
  expression: Expression;
  divides: boolean;
  /** Unit printed behind a bracket: (3+2)人. */
  unit?: string;
}

/** `3人*500元=1500元`: what is equal, from left to right. */
export interface StatedCalculation {
  start: number;
  end: number;
  sides: Expression[];
  /** Index of the token after it. */
  next: number;
}

const EQUALS = new Set(valueLexicon.calculation.equals);
const MAX_DEPTH = 8;

/** Recursive descent over the tokens: sides = sum {"=" sum}; sum = product {("+"|"-") product}; product = factor {("*"|"/") factor}. */
export function readStatement(
  tokens: readonly CalculationToken[],
  first: number,
  source: ValueText,
): StatedCalculation | null {
  const parser = new ExpressionParser(tokens, first, source);
  const side = parser.sum(0);
  if (!side) return null;
  const sides = [side];
  while (parser.takeEquals(sides.length === 1 && side.type !== 'amount')) {
    const mark = parser.index;
    const next = parser.sum(0);
    if (!next) {
      parser.index = mark;
      break;
    }
    sides.push(next);
  }
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[parser.last]?.end ?? start, sides, next: parser.last + 1 };
}

class ExpressionParser {
  /** Index of the last token that belongs to the statement. */
  last: number;

  constructor(
    private readonly tokens: readonly CalculationToken[],
    public index: number,
    private readonly source: ValueText,
  ) {
    this.last = index;
  }

  private take(count = 1): void {
    this.index += count;
    this.last = this.index - 1;
  }

  private isOperator(operator: string, at = this.index): boolean {
    const token = this.tokens[at];
    return token?.type === 'operator' && token.operator === operator;
  }

  private wordsAt(at: number): string | null {
    const token = this.tokens[at];
    return token?.type === 'words' ? this.source.text.slice(token.start, token.end) : null;
  }

  /** `=`, or 共, 合计 … between a product and its result, also behind a comma. Words after it (=约) are passed over. */
  takeEquals(afterProduct: boolean): boolean {
    const mark = this.index;
    if (this.isOperator('=')) this.index++;
    else if (afterProduct) {
      if (this.tokens[this.index]?.type === 'separator') this.index++;
      const words = this.wordsAt(this.index);
      if (words === null || !EQUALS.has(words)) {
        this.index = mark;
        return false;
      }
    } else return false;
    if (this.wordsAt(this.index) !== null) this.index++;
    if (this.tokens[this.index]?.type === 'amount' || this.tokens[this.index]?.type === 'open') return true;
    this.index = mark;
    return false;
  }

  sum(depth: number): Expression | null {
    const first = this.product(depth);
    if (!first) return null;
    const terms = [{ expression: first, subtracts: false }];
    while (this.isOperator('+') || this.isOperator('-')) {
      const subtracts = this.isOperator('-');
      const mark = this.index++;
      this.passWords();
      const next = this.product(depth);
      if (!next) {
        this.index = mark;
        break;
      }
      terms.push({ expression: next, subtracts });
    }
    return terms.length === 1 ? first : { type: 'sum', terms };
  }

  private product(depth: number): Expression | null {
    const first = this.factor(depth, false);
    if (!first) return null;
    const factors = [first];
    while (this.isOperator('*') || this.isOperator('/') || this.isShareOf()) {
      const divides = this.isOperator('/');
      const mark = this.index++;
      this.passWords();
      const next = this.factor(depth, divides);
      if (!next) {
        this.index = mark;
        break;
      }
      factors.push(next);
    }
    return factors.length === 1 && first.unit === undefined ? first.expression : { type: 'product', factors };
  }

  /** 50万元的20% */
  private isShareOf(): boolean {
    const next = this.tokens[this.index + 1];
    return (
      this.wordsAt(this.index) === '的' && next?.type === 'amount' && next.amount.unit?.kind === 'percent'
    );
  }

  /** Words right after an operator belong to the factor behind them: *每个社区2万元. */
  private passWords(): void {
    if (this.wordsAt(this.index) !== null && this.tokens[this.index + 1]?.type !== 'separator') this.index++;
  }

  private factor(depth: number, divides: boolean): Factor | null {
    const token = this.tokens[this.index];
    if (token?.type === 'amount') {
      this.take();
      this.passRemark();
      return { expression: { type: 'amount', amount: token.amount }, divides };
    }
    return token?.type === 'open' && depth < MAX_DEPTH ? this.group(depth, divides) : null;
  }

  private group(depth: number, divides: boolean): Factor | null {
    const [mark, last] = [this.index, this.last];
    this.index++;
    const inner = this.sum(depth + 1);
    if (!inner || inner.type === 'amount' || this.tokens[this.index]?.type !== 'close') {
      [this.index, this.last] = [mark, last];
      return null;
    }
    this.take();
    const words = this.tokens[this.index];
    const unit = words?.type === 'words' ? readUnit(this.source.text, words.start) : null;
    if (!unit || !words || unit.end !== words.end || unit.unit === null)
      return { expression: inner, divides };
    this.take();
    return { expression: inner, divides, unit: [unit.unit, ...unit.per].join('/') };
  }

  /** A remark in brackets between a factor and the operator after it: 20人（局机关）*100元. */
  private passRemark(): void {
    if (this.tokens[this.index]?.type !== 'open') return;
    for (let at = this.index + 1; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token?.type === 'operator' || token?.type === 'open') return;
      if (token?.type !== 'close') continue;
      if (this.tokens[at + 1]?.type === 'operator') this.take(at + 1 - this.index);
      return;
    }
  }
}
