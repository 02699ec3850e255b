import Big from 'big.js';
import { oncePerText } from '../texts/once-per-text.js';
import type { TextFigure } from '../texts/text-figures.js';
import { isSameThing, type NamedTarget, thingOf } from './named-targets.js';

const LINKS =
  /(不低于|不少于|不超过|不高于|不大于|不小于|高于|低于|超过|超|大于|小于|达到|达|至少|保持在|保持|控制在|维持在|稳定在|提升至|提升到|提高到|提高至|增加至|[≥≤≧≦><=为约近共计是到至在]|完成|实现)+$/;

/** The words right before a figure, as they are compared with a target's. */
const wordsBefore = oncePerText((before): string => thingOf(before.replace(LINKS, '')));

/** Shorter words name too many things. */
const SHORTEST = { rate: 2, count: 3 };

/** Whether the words right before a figure, or right behind its unit, are the target's name. */
export function namesTarget(figure: TextFigure, { key, unit, indicator }: NamedTarget): boolean {
  if (!hasUnit(figure.unit, unit)) return false;
  const before = wordsBefore(figure.before);
  const rate = unit === '%';
  if (rate && isSatisfaction(key) && isSatisfaction(before)) return true;
  if (before === key && key.length >= 2) return true;
  if (key.length < (rate ? SHORTEST.rate : SHORTEST.count)) return false;
  if (before.endsWith(key)) return true;
  const behind = thingOf(figure.after.slice(unit.length));
  return !rate && indicator.parsed.kind !== 'price' && isSameThing(behind, key);
}

const isSatisfaction = (words: string): boolean => words.endsWith('满意');

/** The words name the target and nothing more, so that they cannot mean a part or a neighbour of it. */
export function namesNothingElse({ before }: TextFigure, { key }: NamedTarget): boolean {
  const words = wordsBefore(before);
  return isSatisfaction(key) || !words.endsWith(key) || words.length - key.length <= 4;
}

const SAME_UNIT: Record<string, string[]> = {
  人: ['人', '名', '位'],
  份: ['份', '册'],
  次: ['次', '场'],
  场: ['场', '次'],
  平方米: ['平方米', '平米', '㎡'],
};

const hasUnit = (printed: string, unit: string): boolean =>
  unit !== '' &&
  (SAME_UNIT[unit] ?? [unit]).some((word) => printed.startsWith(word) && !printed.startsWith(`${word}次`));

/** One of the figures, or all together, are what the target asks for. */
export function meetsTarget({ value }: NamedTarget, figures: TextFigure[]): boolean {
  const sum = figures.reduce((total, figure) => total.plus(figure.value), new Big(0));
  return [sum, ...figures.map((figure) => figure.value)].some((figure) => figure.eq(value));
}

/** Another indicator of the form asks for just this figure under a name the words hold as well. */
export const isAskedElsewhere = (figures: TextFigure[], targets: NamedTarget[]): boolean =>
  figures.every((figure) =>
    targets.some((other) => namesTarget(figure, other) && other.value.eq(figure.value)),
  );
