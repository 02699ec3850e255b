import * as z from 'zod';
import { loadData } from '../../model/load-data.js';

const pattern = z.string().transform((source) => new RegExp(source, 'u'));

const wordsSchema = z.object({
  units: z.string().transform((units) => ({
    each: new RegExp(`[每单]个?(${units})|(${units})均`, 'gu'),
    last: new RegExp(`(${units})[/／·]年$`, 'u'),
  })),
  months: pattern,
  unknown: pattern,
  ceiling: pattern,
  shared: pattern,
  instalments: pattern,
  filler: z.string().transform((source) => new RegExp(source, 'gu')),
});
export type PriceWords = z.infer<typeof wordsSchema>;

let words: PriceWords | undefined;

/** The words of unit prices (data/audit/price-words.json), read once. */
export function priceWords(): PriceWords {
  words ??= loadData('audit/price-words.json', wordsSchema);
  return words;
}
