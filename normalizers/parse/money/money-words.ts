import * as z from 'zod';
import { loadData } from '../../../src/model/load-data.js';

const wordsSchema = z.object({
  /** Unit as printed → unit of the model, times a power of ten where the model has no such unit. */
  units: z.record(
    z.string(),
    z.object({
      unit: z.enum(['元', '千元', '万元', '百万元', '亿元']),
      times: z.number().int().positive(),
    }),
  ),
  none: z.array(z.string()),
  secret: z.array(z.string()),
  placeholder: z.array(z.string()),
  operators: z.array(z.string()),
  currency: z.array(z.string()),
  tails: z.array(z.string()),
  labelEndings: z.array(z.string()),
});
export type MoneyWords = z.infer<typeof wordsSchema>;

let words: MoneyWords | undefined;

/** The vocabulary of money cells (data/money/words.json), read once. */
export function moneyWords(): MoneyWords {
  words ??= loadData('money/words.json', wordsSchema);
  return words;
}
