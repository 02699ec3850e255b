import { valueLexicon } from '../../quantity/value-lexicon.js';
import { valueText } from '../../quantity/value-text.js';
import { trimEdges } from '../clause.js';
import { NO_FIGURE, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';

const { genericNouns } = valueLexicon.phrases;
const MIN_LENGTH = 4;
const MIN_RECOMBINED = 6;

const lettersOf = (text: string): string => [...text].sort().join('');
const sameLetters = (a: string, b: string): boolean =>
  a === b || (a.length === b.length && lettersOf(a) === lettersOf(b));

function withoutGenericNoun(text: string): string {
  const noun = genericNouns.find((word) => text.endsWith(word));
  return noun === undefined ? text : text.slice(0, -noun.length);
}

/** The same words, in another order or with 情况, 数量 … added. */
function restates(text: string, other: string): boolean {
  const a = trimEdges(text);
  const b = trimEdges(other);
  if (a.length < MIN_LENGTH || b.length < MIN_LENGTH) return false;
  if (sameLetters(a, b)) return true;
  const [short, long] = [withoutGenericNoun(a), withoutGenericNoun(b)];
  return short.length >= MIN_LENGTH && sameLetters(short, long);
}

/** 开展扫黑除恶宣传情况 under 宣传、活动开展次数 of a 扫黑除恶 project: a noun like 情况 and no word that name and project do not have. */
function recombines(text: string, others: string): boolean {
  const words = trimEdges(text);
  const rest = withoutGenericNoun(words);
  return rest !== words && rest.length >= MIN_RECOMBINED && [...rest].every((char) => others.includes(char));
}

/** The target repeats the indicator's name or description, or the project's name, or only puts their words together. */
export function recogniseEcho({
  source,
  name,
  description,
  projectName,
}: TargetContext): TargetReading | null {
  const { text } = source;
  const others = [name, valueText(description).text, valueText(projectName).text];
  if (!others.some((other) => restates(text, other)) && !recombines(text, others.join(''))) return null;
  return { ...NO_FIGURE, kind: 'echo' };
}
