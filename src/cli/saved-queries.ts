import { existsSync, readFileSync, statSync } from 'node:fs';
import * as z from 'zod';
import { writeOutput } from '../app/write-output.js';
import { withDetail } from '../model/explain-error.js';
import { filterSchema } from '../model/filter-schema.js';
import { EVERY_FILTER } from '../model/filters.js';
import { optionKey } from './filter-options.js';
import { UsageError } from './usage-error.js';

z.config(z.locales.zhCN());

const count = z.int().min(0).optional();
const text = z.string().optional();

/** One saved call of `query`: the view and the options by their names. */
const savedQuery = z.strictObject({
  view: z.string(),
  ...Object.fromEntries(EVERY_FILTER.map(([name]) => [optionKey(name), filterSchema(name).optional()])),
  columns: z.array(z.string()).optional(),
  sort: text,
  limit: count,
  offset: count,
  facets: z.union([z.literal(true), z.array(z.string())]).optional(),
  format: z.enum(['table', 'csv', 'json', 'jsonl', 'xlsx']).optional(),
  headers: z.enum(['zh', 'en']).optional(),
});
const savedQueries = z.record(z.string(), savedQuery);

export type SavedQuery = z.infer<typeof savedQuery>;

/**
 * Saved queries by name, from a JSON file: `{"湖南数量指标": {"view": "indicators", "region": "湖南省"}}`.
 * @throws UsageError when the file is missing or says something else; the message names the query and the option
 */
export function readSavedQueries(file: string): Record<string, SavedQuery> {
  if (!existsSync(file)) throw new UsageError(`没有查询文件 ${file}；可用 --save-as <名称> 建立`);
  if (!statSync(file).isFile()) throw new UsageError(`查询文件 ${file} 不是普通文件`);
  const parsed = savedQueries.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`查询文件 ${file} 有误：${issue?.path.join('.') || '整个文件'}：${issue?.message}`);
}

/** Adds a query under its name, in place of one of the same name; the other queries stay as they are. */
export async function saveQuery(file: string, name: string, query: SavedQuery): Promise<void> {
  const before = existsSync(file) ? readSavedQueries(file) : {};
  await writeOutput([`${JSON.stringify({ ...before, [name]: query }, null, 2)}\n`], file);
}

/** The options of a call that can be saved. */
export const savable = (view: string, options: Record<string, unknown>): SavedQuery =>
  savedQuery.parse({
    view,
    ...Object.fromEntries(Object.entries(options).filter(([name]) => name in savedQuery.shape)),
  });

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UsageError(
        withDetail(`查询文件 ${file} 不是 JSON；请改好，或删去后用 --save-as 重建`, error),
      );
    throw error;
  }
}
