import type { Operator } from '../../../../src/model/target.js';
import { valueLexicon } from '../../quantity/value-lexicon.js';
import { wordList } from '../../quantity/word-list.js';
import { trimEdges } from '../clause.js';
import { NO_FIGURE, type TargetReading } from '../figure.js';

interface Level {
  scale: string;
  /** 1 = best; undefined where the scale has no order. */
  rank?: number;
}

const { scales, endings, trend } = valueLexicon.levels;
const LEVELS = new Map<string, Level>(
  scales.flatMap(({ scale, ranks, words }) => [
    ...ranks.flatMap((synonyms, index) =>
      synonyms.map((word) => [word, { scale, rank: index + 1 }] as const),
    ),
    ...words.map((word) => [word, { scale }] as const),
  ]),
);
const ENDINGS = wordList(endings.map((word) => [word, LEVELS.get(word) ?? { scale: 'state' }] as const));
const ADVERBS = wordList(trend.adverbs.map((word) => [word, word] as const));
const VERBS = wordList(trend.verbs.map((word) => [word, word] as const));
const MAX_SUBJECT = 10;
/** 提升明显 is a level; 促进社会和谐稳定 is something to be done. */
const MAX_VERB = 4;
const PUNCTUATION = /[、，,；;。]/;
const AT_LEAST = /^(?:≥|不低于|达到)(.{1,6})$|^(.{1,6}?)(?:及以上|以上|或以上)$/;
/** Classes of quality: A级, Ⅲ类水质, 三级甲等. */
const CLASS =
  /^(?:达到|≥|不低于)?([^\d]{0,8}?)((?:(?:[1-5]?A{1,5}|[B-E])|[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)(?:级|类)|[特一二三四五甲乙丙](?:级|等)(?:[甲乙丙]等)?)(标准|水质|景区|旅游景区|及以上|以上|认证|资质)?$/;

const levelReading = (
  word: string,
  level: Level,
  label = '',
  operator: Operator | null = null,
): TargetReading => ({
  ...NO_FIGURE,
  kind: 'level',
  operator,
  value: word,
  scale: level.scale,
  ...(level.rank === undefined ? {} : { rank: level.rank }),
  ...(label === '' ? {} : { label }),
  ...(level.scale === 'satisfaction' ? { flags: ['satisfaction-not-quantified'] } : {}),
});

/** The whole text is a level: 良好, 基本稳定, 优, ≥合格, 良好及以上. */
export function recogniseLevelWord(text: string): TargetReading | null {
  const word = trimEdges(text);
  const level = LEVELS.get(word);
  if (level) return levelReading(word, level);
  const groups = AT_LEAST.exec(word);
  const least = groups?.[1] ?? groups?.[2];
  const bound = least === undefined ? undefined : LEVELS.get(least);
  return bound && least !== undefined ? levelReading(least, bound, '', '>=') : null;
}

/** The whole text is a class: A级, 达到Ⅲ类水质, 三级甲等. */
export function recogniseClass(text: string): TargetReading | null {
  const groups = CLASS.exec(text);
  if (!groups) return null;
  const [, label = '', word = '', suffix = ''] = groups;
  const operator = suffix.endsWith('以上') || /^(?:≥|不低于)/.test(text) ? '>=' : null;
  return levelReading(word, { scale: 'class' }, label, operator);
}

/** 进一步推动…, 不断提高…: adverbs and a verb of change at the beginning. */
function recogniseTrend(text: string): TargetReading | null {
  let end = 0;
  for (let adverb = ADVERBS.at(text, 0); adverb; adverb = ADVERBS.at(text, end)) end = adverb.end;
  const verb = end > 0 ? VERBS.at(text, end) : null;
  return verb ? levelReading(text.slice(0, verb.end), { scale: 'trend' }, text.slice(verb.end)) : null;
}

/** A clause without figures that begins with a trend or ends with a level: 工作效率明显提升, 社会秩序基本稳定. */
export function recogniseLevelClause(text: string): TargetReading | null {
  const clause = trimEdges(text);
  if (/\d/.test(clause) || PUNCTUATION.test(clause)) return null;
  const found = recogniseTrend(clause);
  if (found) return found;
  const level = ENDINGS.before(clause, clause.length);
  if (!level || level.start > MAX_SUBJECT) return null;
  let start = level.start;
  for (let adverb = ADVERBS.before(clause, start); adverb; adverb = ADVERBS.before(clause, start))
    start = adverb.start;
  const subject = clause.slice(0, start);
  if (subject.length > MAX_VERB && VERBS.at(subject, 0)) return null;
  return levelReading(clause.slice(start), level.value, subject);
}
