import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { alternation } from '../alternation.js';
import { remembered } from '../remembered.js';
import { moneyWords } from './money-words.js';

/** Texts beyond this many characters are paragraphs. */
const LONGEST_LABEL = 40;

/**
 * The unit a caption, label or paragraph declares for the figures beside it: `金额单位：万元`, `（万元）`, `单位:元`,
 * `预算金额（单位：人民币万元）`. A unit behind a figure (`预算100万元`) or before a slash (`元/户`) declares nothing; a text
 * that declares two different units answers null.
 */
export const findMoneyUnit = remembered((text): MoneyUnit | null => {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const found = new Set<MoneyUnit>();
  for (const match of plain.matchAll(declaration())) {
    const unit = moneyWords().units[match.groups?.unit ?? match.groups?.bare ?? match.groups?.alone ?? ''];
    if (unit && unit.times === 1) found.add(unit.unit);
  }
  const [only] = found;
  return found.size === 1 && only ? only : null;
}, LONGEST_LABEL);

let pattern: RegExp | undefined;

/** The texts are matched without white space and in NFKC. */
function declaration(): RegExp {
  if (!pattern) {
    const units = Object.keys(moneyWords().units).filter((unit) => /[元圆]$/.test(unit));
    const unit = `(?:${alternation(moneyWords().currency)})?:?(?<unit>${alternation(units)})(?!/(?!${alternation(units)})|[每的人户])`;
    const otherUnits = `(?:(?!${alternation(units)})[^:()\\d、,;/]{1,6}[、,;/])`;
    const opening = [
      `单位(?:[:为是]|均为)?${otherUnits}*`,
      '(?:金额|货币|币种|计量)[:为]',
      '[(]',
      `[(]${otherUnits}+`,
      `(?<=${alternation(units)})[、/]`,
      '(?<=[数额款金出入费算计])[/,、_-]',
    ];
    const bare = '(?:单位:?|[(])(?<bare>万|亿)(?=[)]|$)';
    pattern = new RegExp(`(?:${opening.join('|')})${unit}|${bare}|^(?<alone>${alternation(units)})$`, 'g');
  }
  return pattern;
}
