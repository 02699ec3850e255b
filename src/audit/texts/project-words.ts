import * as z from 'zod';
import { loadData } from '../../model/load-data.js';
import { oncePerText } from './once-per-text.js';
import { plainText } from './plain-text.js';

const wordsSchema = z.object({
  suffixes: z.array(z.string()),
  lists: z.array(z.string()),
  standing: z.string().transform((source) => new RegExp(source, 'u')),
});

let words: z.infer<typeof wordsSchema> | undefined;

function projectWords() {
  words ??= loadData('audit/project-words.json', wordsSchema);
  return words;
}

/** What a project's money is for: 扫黑除恶专项经费 → 扫黑除恶; brackets left out. Never empty. */
export const topicOf = oncePerText((name): string => {
  const whole = plainText(name.normalize('NFKC').replace(/\([^()]*\)/g, ''));
  const suffix = projectWords().suffixes.find((word) => whole.endsWith(word));
  const topic = suffix ? whole.slice(0, -suffix.length) : whole;
  return topic || whole || plainText(name);
});

let lists: RegExp | undefined;

/** The items a name lists in brackets: 平安建设经费(含见义勇为、扫黑除恶) → 见义勇为, 扫黑除恶. */
export const listedItems = oncePerText((name): string[] => {
  lists ??= new RegExp(`\\((?:${projectWords().lists.join('|')})([^()]*)\\)`, 'g');
  return [...name.normalize('NFKC').matchAll(lists)]
    .flatMap(([, list = '']) => list.split(/[、,，;；]|以及|和|及/))
    .map((item) => plainText(item).replace(/等$/, ''))
    .filter((item) => item.length >= 2);
});

/** Whether a name is that of costs an agency has every year for being there. */
export const isStandingProject = (name: string): boolean => projectWords().standing.test(plainText(name));
