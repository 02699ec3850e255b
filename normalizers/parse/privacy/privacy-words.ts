import { readFileSync } from 'node:fs';
import { z } from 'zod';

const wordsSchema = z.object({
  /** What stands for a name or number in everything stored. */
  mask: z.string(),
  /** Whoever stands behind these is a person. */
  personLabels: z.array(z.string()),
  /** Behind these stands a person or an office; a person is known by the surname. */
  leaderLabels: z.array(z.string()),
  phoneLabels: z.array(z.string()),
  dateLabels: z.array(z.string()),
  signNotes: z.array(z.string()),
  /** Whose signature it is: 项目, 财务, 主要. */
  owners: z.array(z.string()),
  surnames: z.string(),
  compoundSurnames: z.array(z.string()),
  officeEndings: z.array(z.string()),
  noName: z.array(z.string()),
  /** Words of the form itself (指标, 金额): a text that holds one is a label, not a name. */
  formWords: z.array(z.string()),
});
export type PrivacyWords = z.infer<typeof wordsSchema>;

let words: PrivacyWords | undefined;

/** Labels of contacts and signatures, surnames, endings of offices (data/privacy/words.json), read once. */
export function privacyWords(): PrivacyWords {
  words ??= wordsSchema.parse(
    JSON.parse(readFileSync(new URL('../../../data/privacy/words.json', import.meta.url), 'utf8')),
  );
  return words;
}
