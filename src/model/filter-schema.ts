import * as z from 'zod';
import { BUDGET_YEARS, FILTERS, type Filter, type FilterName } from './filters.js';

/** Schema of a filter's value. */
export function filterSchema(name: FilterName): z.ZodType {
  const { kind, values }: Filter = FILTERS[name];
  if (kind === 'year') return z.int().min(BUDGET_YEARS[0]).max(BUDGET_YEARS[1]);
  if (kind === 'flag') return z.boolean();
  return kind === 'choice' ? z.enum(values ?? []) : z.string();
}
