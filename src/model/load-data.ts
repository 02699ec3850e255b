import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';

const FOLDER = new URL('../../data/', import.meta.url);

/**
 * Reads a file of reference data.
 * @param path below data/: `money/words.json`
 * @throws Error that names the file and the place in it where it is no JSON or not of the schema's shape
 */
export function loadData<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`data/${path} 有误：${issue?.path.join('.') || '整个文件'}：${issue?.message}`);
}

/** Names of the JSON files in a folder of data/, without their ending, sorted. */
export const listData = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, FOLDER))
    .flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? [])
    .sort();

function parseJson(path: string): unknown {
  const text = readFileSync(new URL(path, FOLDER), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`data/${path} 不是 JSON：${String(error)}`);
  }
}
