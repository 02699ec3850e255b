import { valueLexicon } from '../../quantity/value-lexicon.js';
import { trimEdges } from '../clause.js';
import { NO_FIGURE, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const { genericNouns } = valueLexicon.phrases;
const MIN_LENGTH = 4;

const lettersOf = (text: string): string => [...text].sort().join('');

function withoutGenericNoun(text: string): string {
  const noun = genericNouns.find((word) => text.endsWith(word));
  return noun === undefined ? text : text.slice(0, -noun.length);
}

/** The same words, in another order or with 情况, 数量 … added. */
function restates(text: string, other: string): boolean {
  const a = trimEdges(text);
  const b = trimEdges(other);
  if (a.length < MIN_LENGTH || b.length < MIN_LENGTH) return false;
  if (a === b || lettersOf(a) === lettersOf(b)) return true;
  const [short, long] = [withoutGenericNoun(a), withoutGenericNoun(b)];
  return short.length >= MIN_LENGTH && lettersOf(short) === lettersOf(long);
}

/** The target repeats the indicator's name or description, or the project's name. */
export function recogniseEcho({
  source,
  name,
  description,
  projectName,
}: TargetContext): TargetReading | null {
  if (![name, description, projectName].some((other) => restates(source.text, other))) return null;
  return { ...NO_FIGURE, kind: 'echo' };
}
