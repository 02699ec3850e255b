import { parseSqlValue } from '../model/sql/parse-sql-value.js';
import { UsageError } from './usage-error.js';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Adds `name=value` to the parameters given before; a value that reads as a number is one, `'…'` keeps it text. */
export function parseParam(
  text: string,
  before: Record<string, string | number> = {},
): Record<string, string | number> {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at));
  if (!NAME.test(name)) throw new UsageError(`--param 应写作 名称=值，如 year=2024，不能是 ${text}`);
  return { ...before, [name]: parseSqlValue(text.slice(at + 1)) };
}
