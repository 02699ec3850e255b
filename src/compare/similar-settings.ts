import * as z from 'zod';
import { loadData } from '../model/load-data.js';

const share = z.number().min(0).max(1);

const settingsSchema = z.strictObject({
  /** Names this alike are the same thing. */
  sameName: share,
  /** Names this alike are the same thing when the purposes are alike too. */
  nearName: share,
  samePurpose: share,
  /** Weight of a topic's character pairs that a name must hold to be about it. */
  topicInName: share,
  /** Names of indicators this alike are the same indicator. */
  sameIndicator: share,
  /** Texts this alike are the text of the year before. */
  recycledText: share,
  /** Shorter texts are alike by chance. */
  recycledLength: z.int().min(1),
  /** Names of projects this alike are linked over stages and years; from `linkDoubtful` on with a doubt. */
  linkSure: share,
  linkDoubtful: share,
  /** Likewise names of indicators within linked projects. */
  linkIndicatorSure: share,
  linkIndicatorDoubtful: share,
  /** Share of a part's name that the name of the whole must hold, and of the whole's that its parts must hold together. */
  linkPart: share,
  linkWhole: share,
  /** Names less alike than this contradict a common code. */
  linkUnlike: share,
  /** A rival this close makes a link doubtful. */
  linkClose: share,
});

const wordsSchema = z.strictObject({
  /** Words around a project's name that say nothing of its matter, longest first. */
  frame: z.array(z.string().min(1)),
  /** Words that say how or by whom rather than what: names that differ in these alone are the same thing. */
  weak: z.array(z.string().min(1)),
  /** Word → the word it is compared as: 运行维护 → 运维. */
  same: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
  /** `weak`, `frame` and `same` for indicators: 奖励 and 慰问 of people are two of them. */
  indicatorWeak: z.array(z.string().min(1)),
  indicatorFrame: z.array(z.string().min(1)),
  indicatorSame: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
});

export type SimilarSettings = z.infer<typeof settingsSchema>;
export type SimilarWords = z.infer<typeof wordsSchema>;

/** Thresholds, measured by `npm run bench:similar`. */
export const SETTINGS: SimilarSettings = loadData('similar/settings.json', settingsSchema);
export const WORDS: SimilarWords = loadData('similar/words.json', wordsSchema);
