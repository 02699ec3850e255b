import * as z from 'zod';
import { loadData } from '../../model/load-data.js';
import { TARGET_KINDS } from '../../model/target.js';

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const kinds = z.array(z.enum(TARGET_KINDS));

const promise = z.object({
  what: z.string(),
  pattern,
  except: pattern.optional(),
  /** Kinds of target that cannot be meant. */
  foreignKinds: kinds,
  /** Base measures a count or percentage may have; any, where none are given. */
  measures: z.array(z.string()).optional(),
});

const misplacement = z.object({
  belongs: z.string(),
  pattern,
  except: pattern.optional(),
  /** Only where the target is of one of these kinds. */
  kinds: kinds.optional(),
  /** Only where the target counts one of these. */
  units: z.array(z.string()).optional(),
  /** Only with one of these operators; none printed counts as `=`. */
  operators: z.array(z.enum(['>=', '<=', '>', '<', '=', '≈'])).optional(),
  /** Second levels or dimensions it does not belong under, and how sure that is. */
  under: z.record(z.string(), z.enum(['fail', 'review'])),
});

const wordsSchema = z.object({
  promises: z.array(promise),
  misplaced: z.array(misplacement),
  /** Units things are counted or measured in, which words have none of. */
  counted: pattern,
  /** Names that say what they count, or count in no unit. */
  countedInName: pattern,
  /** Names that say of what things there are so many. */
  countable: pattern,
  opposites: z.array(z.tuple([z.string(), z.string()])),
  /** Of the second words: what befalls a thing that is kept. */
  lost: pattern,
  /** Names of what is done about a fault, or how its rate changes. */
  mended: pattern,
  mayExceedFull: pattern,
  /** Rates that are the better the lower; of a cost, every rate of what is spent (`cost`). */
  betterLow: z.object({ pattern, except: pattern, cost: pattern }),
  /** Rates and counts that are the better the higher. */
  betterHigh: z.object({ pattern, except: pattern }),
  /** What is not to happen. */
  unwanted: pattern,
  /** Names of two things that are easily written one for the other. */
  confusable: z.array(z.tuple([z.string(), z.string()])),
  /** Words of a goal that promise a quantity. */
  task: pattern,
  /** Units at the beginning of what stands behind a figure that count things. */
  counter: pattern,
  /** Words that say how and not what: 开展, 各类. Every one of a name is meant. */
  neutral: z.string().transform((source) => new RegExp(source, 'gu')),
  /** Cost targets named like the whole project's money, not like one item of it; matched against `thingOf`. */
  wholeCost: pattern,
});
export type IndicatorWords = z.infer<typeof wordsSchema>;

let words: IndicatorWords | undefined;

/** What the words of an indicator's name tell about its unit and its place (data/audit/indicator-words.json), read once. */
export function indicatorWords(): IndicatorWords {
  words ??= loadData('audit/indicator-words.json', wordsSchema);
  return words;
}
