import { parseFilter } from '../model/filters.js';
import { UsageError } from './usage-error.js';

/** Four digits. */
export function parseYear(text: string): number {
  const parsed = parseFilter('year', text);
  if ('wrong' in parsed) throw new UsageError(`--year ${parsed.wrong}`);
  return Number(parsed.value);
}

/** A parser of whole numbers for the option with this name. */
export const parseCount =
  (option: string, least = 0) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least) {
      throw new UsageError(`${option} 应为不小于 ${least} 的整数，不能是 ${text}`);
    }
    return number;
  };

/** Names separated by commas, Chinese or not. */
export const parseNames = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** A TCP port; 0 asks for any that is free. */
export function parsePort(text: string): number {
  const port = parseCount('--port')(text);
  if (port > 65535) throw new UsageError(`--port 应为 0 到 65535 的整数，不能是 ${text}`);
  return port;
}
