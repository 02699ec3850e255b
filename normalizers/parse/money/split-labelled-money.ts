import { alternation } from '../alternation.js';
import { moneyWords } from './money-words.js';
import { readAmount } from './read-amount.js';

export interface LabelledMoney {
  /** As printed, without the separator: `其中：财政拨款`. */
  label: string;
  /** The part that is the amount, for `parseMoney`. */
  money: string;
}

/**
 * Splits a cell that holds a label and its amount: `资金总额：145.00`, `年度资金总额(含本级) 5.12`, `其中：财政拨款 15.5`,
 * `年度资金总额(含本级)20万`. The label must end in a word for money (data/money/words.json), so that `目标 1` and `附表 3` are
 * left alone. Null where there is no such label, no amount, or more than one way to split.
 */
export function splitLabelledMoney(text: string): LabelledMoney | null {
  const match = splitter().exec(text.trim());
  const label = match?.groups?.label?.trim();
  const money = match?.groups?.money?.trim();
  if (!label || !money) return null;
  return readAmount(money.normalize('NFKC')) ? { label, money } : null;
}

let pattern: RegExp | undefined;

function splitter(): RegExp {
  if (!pattern) {
    const endings = alternation(moneyWords().labelEndings);
    const spaced = endings.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\\s*');
    pattern = new RegExp(
      `^(?<label>[^\\d０-９]*?(?:${spaced})(?:[（(][^（()）]*[）)])*)\\s*[:：]?\\s*` +
        '(?<money>[（(]?[-−－¥￥≤≥＜＞<>=＝]*\\s*[\\d０-９.][^:：]*)$',
      'u',
    );
  }
  return pattern;
}
