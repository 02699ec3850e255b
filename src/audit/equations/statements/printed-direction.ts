import type { Said } from '../../../model/statement.js';

export const DIRECTION_WORDS = { up: '增加', down: '减少', same: '持平' };

const WORD =
  /(增加|增长|上升|提高|上涨|增幅|减少|下降|降低|压减|压缩|减幅|降幅)(?:了|额|幅度|比例|比率|约|为|达到?)*[:：]?$/;

/** The word of direction a sentence prints before a figure (`下降`); null where there is none. */
export function printedDirection(sentence: string, figure: string): string | null {
  const parts = sentence.replace(/\s+/g, '').split(figure.replace(/\s+/g, ''));
  for (const before of parts.slice(0, -1)) {
    const [, word] = WORD.exec(before) ?? [];
    if (word !== undefined) return word;
  }
  return null;
}

/** The word a sentence prints before its difference, else before its rate. */
export const wordOf = ({ sentence, change, percent }: Said): string =>
  printedDirection(sentence, change?.money.printed ?? percent?.figure ?? '') ??
  DIRECTION_WORDS[change?.direction ?? percent?.direction ?? 'up'];
