import type { Form } from '../../model/disclosure.js';
import type { Money } from '../../model/money.js';
import type { OperandDraft } from './operand.js';

/** Below this share of placed cells or fitting rows a form is not read well enough to accuse anybody. */
const SURE = 0.9;
/** A cell that holds a figure and its unit, no sentence. */
const FIGURE = /^[^\p{L}]*\d\D{0,4}$/u;
const LONGEST_FIGURE = 30;

/** Why the operands of a finding may have been misread; empty when the reading is sure. Chinese, for people. */
export function doubtsOf(operands: OperandDraft[]): string[] {
  const doubts = operands.flatMap(({ form, money, evidence }) => [
    ...formDoubts(form.form),
    ...(isFigure(evidence.quote) && form.unseen.has(evidence.place) ? ['数字在页面上显示不全'] : []),
    ...(money ? moneyDoubts(money) : []),
  ]);
  return [...new Set(doubts)];
}

function formDoubts({ state, certainty }: Pick<Form, 'state' | 'certainty'>): string[] {
  if (state === 'partial') return ['表未读完整'];
  return certainty.claimed < SURE || certainty.rowsThatFit < SURE ? ['表的版式识别把握不足'] : [];
}

function moneyDoubts({ state, fen, unit, unitFrom, contextUnit }: Money): string[] {
  if (state === 'unresolved') return ['金额单位未能判定'];
  if (state !== 'amount' || fen === 0) return [];
  if (unitFrom === 'document' || unitFrom === null) return ['金额单位由全文推定'];
  return contextUnit && contextUnit !== unit ? ['单元格自带的单位与表头不同'] : [];
}

const isFigure = (quote: string): boolean => quote.length <= LONGEST_FIGURE && FIGURE.test(quote);
