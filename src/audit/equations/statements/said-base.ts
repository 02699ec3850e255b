import type { Said } from '../../../model/statement.js';
import { type FenRange, minus, plus, rangeOf } from '../../figures/change-rate.js';
import type { Figure } from '../../figures/figure.js';
import type { DisclosureSubject } from '../../subjects/subject.js';

/** A rate the sentence prints straight behind the difference under the opposite word: read as a claim of its own. */
export function withRateBehind(said: Said, { disclosure }: DisclosureSubject): Said {
  const { change, sentence, subject, money } = said;
  const next = disclosure.said[disclosure.said.indexOf(said) + 1];
  if (said.percent || !change || next?.percent?.of !== 'change' || next.change || next.subject !== subject)
    return said;
  const text = sentence.replace(/\s+/g, '');
  const behind = text.split(change.money.printed.replace(/\s+/g, ''))[1] ?? '';
  const isBehind =
    /^[，,、（(]?(?:下降|减少|降低|增长|增加|上升|提高)了?(?:幅度?)?(?:为)?(\d+(?:\.\d+)?)[%％]/.exec(behind);
  return next.money?.fen === money?.fen && isBehind?.[1] === next.percent.figure
    ? { ...said, percent: next.percent }
    : said;
}

/** The amount before, where the sentence prints the change only. */
export function baseOf({ change: printed }: Said, own: FenRange, change: Figure | null): FenRange | null {
  const range = change && rangeOf(change);
  if (!range || !printed || printed.direction === 'same') return null;
  return printed.direction === 'up' ? minus(own, range) : plus(own, range);
}

/** The amount before, had the sentence the other direction. */
export function turnedBase({ change: printed }: Said, own: FenRange, change: Figure | null): FenRange | null {
  const range = change && rangeOf(change);
  if (!range || !printed || printed.direction === 'same') return null;
  return printed.direction === 'up' ? plus(own, range) : minus(own, range);
}
