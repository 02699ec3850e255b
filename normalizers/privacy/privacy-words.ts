import * as z from 'zod';
import { loadData } from '../../src/model/load-data.js';

const wordsSchema = z.object({
  /** What stands for a name or number in everything stored. */
  mask: z.string(),
  /** Whoever stands behind these is a person. */
  personLabels: z.array(z.string()),
  /** Behind these stands a person or an office; a person is known by the surname. */
  leaderLabels: z.array(z.string()),
  /** What is done to a form (审核, 制表) stands for whoever does it, before a colon or in a cell of its own; known by the surname. */
  dutyLabels: z.array(z.string()),
  phoneLabels: z.array(z.string()),
  dateLabels: z.array(z.string()),
  signNotes: z.array(z.string()),
  /** Whose signature it is: 项目, 财务, 主要. */
  owners: z.array(z.string()),
  surnames: z.string(),
  compoundSurnames: z.array(z.string()),
  /** Characters of given names: where no label stands, only these make a name. */
  givenNames: z.string(),
  /** What a person is called by: 科长, 同志. */
  titles: z.array(z.string()),
  /** With these one turns to a person: 请, 找, 联系. */
  turningTo: z.array(z.string()),
  /** What follows a name that a place or a memory bears: 同志故居. */
  memorials: z.array(z.string()),
  /** Whom the public honours: 学习雷锋同志 names no private person. */
  publicNames: z.array(z.string()),
  officeEndings: z.array(z.string()),
  placeEndings: z.array(z.string()),
  noName: z.array(z.string()),
  /** Words that begin like a surname: 严格, 文明. */
  commonWords: z.array(z.string()),
  /** Words of the form itself (指标, 金额): a text that holds one is a label, not a name. */
  formWords: z.array(z.string()),
  /** Area codes of telephones, singly or from-to: 010, 0310-0319. */
  areaCodes: z.array(z.string()),
  /** A number beside or below these counts or names a thing, whatever its length. */
  figureLabels: z.array(z.string()),
});
export type PrivacyWords = z.infer<typeof wordsSchema>;

let words: PrivacyWords | undefined;

/** Labels of contacts and signatures, surnames, endings of offices (data/privacy/words.json), read once. */
export function privacyWords(): PrivacyWords {
  words ??= loadData('privacy/words.json', wordsSchema);
  return words;
}
