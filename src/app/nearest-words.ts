import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import type { UnknownWord } from '../model/facts/user-error.js';

const MOST = 3;
/** Of a word's characters those that may be wrong. */
const WRONG = 0.4;

/** The known words a mistyped one most likely means, the nearest only; in the order they are known in. */
export function nearestWords({ word, known }: UnknownWord): string[] {
  const wanted = word.toLowerCase();
  const most = Math.floor([...word].length * WRONG);
  const near = [...new Set(known)]
    .filter((each) => Math.abs(each.length - word.length) <= most)
    .map((each) => ({ each, distance: distanceOf(wanted, each.toLowerCase()) }))
    .filter(({ distance }) => distance <= most);
  const least = Math.min(...near.map(({ distance }) => distance));
  const best = near.filter(({ distance }) => distance === least).map(({ each }) => each);
  if (best.length > 0) return best.slice(0, MOST);
  const begun = known.filter((each) => wanted.length > 1 && each.toLowerCase().startsWith(wanted));
  return begun.slice(0, MOST);
}

const distanceOf = (a: string, b: string): number => DamerauLevenshteinDistance(a, b, { restricted: true });

/** The message with the words most likely meant, behind what it says is wrong: `没有视图 x；是不是 y？可用：…`. */
export function withNearest(message: string, unknown: UnknownWord | undefined): string {
  const near = unknown === undefined ? [] : nearestWords(unknown);
  if (near.length === 0) return message;
  const [wrong, ...advice] = message.split('；');
  return `${wrong}；是不是 ${near.join('、')}？${advice.join('；')}`;
}
