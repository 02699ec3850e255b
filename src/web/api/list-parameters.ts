import { z } from '@hono/zod-openapi';
import { filterSchema } from '../../model/filter-schema.js';
import { BUDGET_YEARS, EVERY_FILTER, FILTERS, type FilterName, hasFilter } from '../../model/filters.js';
import type { View } from '../../model/views.js';

/** Rows in an answer unless the request says otherwise, and at most. */
const ROWS = { usual: 100, most: 10_000 };

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const parameter = (name: FilterName): z.ZodType => {
  const { kind, meaning } = FILTERS[name];
  const schema =
    kind === 'year'
      ? wholeNumber(...BUDGET_YEARS)
      : kind === 'flag'
        ? z.literal('1').transform(() => true)
        : filterSchema(name);
  return schema.optional().describe(meaning);
};

/** Where and when, for everything that has a subject. */
export const SUBJECT_PARAMETERS = {
  region: z.string().optional().describe(FILTERS.region.meaning),
  year: wholeNumber(...BUDGET_YEARS)
    .optional()
    .describe(FILTERS.year.meaning),
  stage: z.enum(FILTERS.stage.values).optional().describe(FILTERS.stage.meaning),
  department: z.string().optional().describe(FILTERS.department.meaning),
};

export const PAGE_PARAMETERS = {
  limit: wholeNumber(1, ROWS.most).default(ROWS.usual).describe(`最多几行，不超过 ${ROWS.most}`),
  offset: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0).describe('跳过几行'),
};

/** What a list of this view can be asked: filters of the columns it has, order and page. Anything else is refused. */
export function listParameters(view: View): z.ZodObject {
  const names = EVERY_FILTER.map(([name]) => name).filter((name) => hasFilter(view, name));
  return z.strictObject({
    ...Object.fromEntries(names.map((name) => [name, parameter(name)])),
    sort: z.string().optional().describe('列名，以逗号分隔，前加 - 为倒序：-amount_wan,region'),
    columns: z.string().optional().describe('只要哪些列，以逗号分隔'),
    ...PAGE_PARAMETERS,
  });
}
