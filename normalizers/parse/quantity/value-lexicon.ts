import * as z from 'zod';
import { loadData } from '../../../src/model/load-data.js';

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const word = z.string().min(1);
const words = z.array(word);
const operator = z.enum(['>=', '<=', '>', '<', '=', '≈']);

const unitKind = z.enum([
  'counter',
  'money',
  'percent',
  'points',
  'ratio',
  'time',
  'score',
  'length',
  'area',
  'volume',
  'mass',
  'energy',
  'data',
  'physical',
]);

/** `spellings` gives for each way to print the unit its size in the base unit. */
const unitEntry = z.object({
  unit: word,
  kind: unitKind,
  /** Also an everyday noun: a unit only where nothing follows it. */
  weak: z.boolean().optional(),
  spellings: z.record(word, decimal),
});

const periodEntry = z.object({ unit: word, words, perYear: decimal });

const levelScale = z.object({ scale: word, ranks: z.array(words), words });

const lexiconSchema = z.object({
  glyphs: z.record(z.string().length(1), word),
  scales: z.record(word, decimal),
  units: z.array(unitEntry),
  operators: z.object({
    before: z.partialRecord(operator, words),
    after: z.partialRecord(operator, words),
    between: z.partialRecord(operator, words),
  }),
  per: z.object({
    periods: z.array(periodEntry),
    bare: z.record(word, word),
    bareBeforeCount: z.record(word, word),
    whole: words,
    /** 半年报 is a thing, not a period. */
    notBefore: words,
    events: words,
  }),
  levels: z.object({
    scales: z.array(levelScale),
    /** Words that are a level at the end of a clause: 社会秩序基本稳定. */
    endings: words,
    trend: z.object({ adverbs: words, verbs: words }),
    unchosen: words,
  }),
  calculation: z.object({
    /** Words that stand for = before a result. */
    equals: words,
    /** Labels of a total over the clauses before it. */
    totals: words,
    /** Labels of an amount that is part of the one before it. */
    partOf: words,
    /** Labels of an amount that is taken away. */
    subtractions: words,
    /** Factors that are left out when they go without saying: 12 months. */
    impliedFactors: z.array(z.object({ unit: word, values: z.array(decimal) })),
  }),
  phrases: z.object({
    none: words,
    placeholder: words,
    budgetLimit: words,
    budgetNouns: words,
    fiscalFunds: words,
    standards: words,
    vague: words,
    genericNouns: words,
    /** Names that end so are amounts; the second list only where the level does not say otherwise. */
    moneyWords: words,
    maybeMoneyWords: words,
    rateWords: words,
    durationWords: words,
    minuteWords: words,
    networkWords: words,
    /** Behind a Chinese figure these name a thing rather than count: 二期, 三级. */
    ordinalUnits: words,
    /** What may follow a date without figures: 年内完成. */
    completion: words,
    /** 零投诉, 0事故 */
    zeroOf: words,
    /** Patterns of words behind a figure that are no unit: 95合格, 3完成. */
    notUnits: words,
  }),
});

export type UnitKind = z.infer<typeof unitKind>;
export type UnitEntry = z.infer<typeof unitEntry>;
export type ValueLexicon = z.infer<typeof lexiconSchema>;

/** Units, scales, operators, periods, levels and set phrases of targets and calculations (data/values/), validated once. */
export const valueLexicon: ValueLexicon = lexiconSchema.parse(
  Object.fromEntries(
    Object.entries(lexiconSchema.shape).map(([name, schema]) => [
      name,
      loadData<unknown>(`values/${name}.json`, schema),
    ]),
  ),
);
