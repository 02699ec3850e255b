import { alignReadings } from './align-readings.js';
import { isDigit, isHan, type MetCharacter, unsure } from './match-ink.js';

/** A character that is less likely than this may be another. */
const WEAK = 0.7;
const SPACE = 0x20;
const ONE = 0x4e00;
/** Signs beside figures that one reading of several misses. */
const BEFORE_FIGURE = /^[≥≤]$/u;
const BEHIND_FIGURE = /^[%％]$/u;

/** Whether a line has a word whose characters are not likely. */
export const isWeak = (met: readonly MetCharacter[]): boolean =>
  met.some(({ code, confidence }) => isWord(code) && confidence < WEAK);

/**
 * The first reading of a line with the characters of another where these are likelier: Chinese ones, never figures; and with the
 * operator or percent sign beside a figure that only the other has. What is taken from the other is not sure.
 */
export function likelierReading(
  first: readonly MetCharacter[],
  other: readonly MetCharacter[],
): MetCharacter[] {
  const pairs = alignReadings(first.filter(isInk), other.filter(isInk));
  const taken = new Map<MetCharacter, MetCharacter>();
  const before = new Map<MetCharacter, MetCharacter>();
  const last: MetCharacter[] = [];
  pairs.forEach(([one, another], i) => {
    if (!another) return;
    if (one) {
      if (isLikelier(another, one)) taken.set(one, { ...unsure(another), middle: one.middle });
      return;
    }
    const [previous] = pairs[i - 1] ?? [];
    const [next] = pairs[i + 1] ?? [];
    const sign = String.fromCodePoint(another.code);
    const isBeside =
      (BEFORE_FIGURE.test(sign) && isDigit(next?.code)) ||
      (BEHIND_FIGURE.test(sign) && isDigit(previous?.code));
    if (!isBeside) return;
    if (next) before.set(next, unsure(another));
    else if (i === pairs.length - 1) last.push(unsure(another));
  });
  return [
    ...first.flatMap((character) => {
      const sign = before.get(character);
      return [...(sign ? [sign] : []), taken.get(character) ?? character];
    }),
    ...last,
  ];
}

const isInk = ({ code }: MetCharacter): boolean => code !== SPACE;

/** A Chinese character that is no 一, which is told from dashes otherwise. */
const isWord = (code: number): boolean => isHan(code) && code !== ONE;

const isLikelier = (other: MetCharacter, one: MetCharacter): boolean =>
  other.code !== one.code &&
  isWord(other.code) &&
  one.code !== ONE &&
  !isDigit(one.code) &&
  one.confidence < WEAK &&
  other.confidence > one.confidence;
