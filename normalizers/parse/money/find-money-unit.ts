import type { MoneyUnit } from '../../../src/model/facts/money-units.js';
import { alternation } from '../alternation.js';
import { moneyWords } from './money-words.js';

/** The last characters of the units that can be declared. */
const NAMES_A_UNIT = /[元圆万亿]/;

/**
 * The unit a caption, label or paragraph declares for the figures beside it: `金额单位：万元`, `（万元）`, `单位:元`,
 * `预算金额（单位：人民币万元）`. A unit behind a figure (`预算100万元`) or before a slash (`元/户`) declares nothing; a text
 * that declares two different units answers null.
 */
export function findMoneyUnit(text: string): MoneyUnit | null {
  if (!NAMES_A_UNIT.test(text)) return null;
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const found = new Set<MoneyUnit>();
  for (const match of plain.matchAll(declaration())) {
    const unit = moneyWords().units[match.groups?.unit ?? match.groups?.bare ?? match.groups?.alone ?? ''];
    if (unit && unit.times === 1) found.add(unit.unit);
  }
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

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
