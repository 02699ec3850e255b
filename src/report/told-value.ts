import { namedValue } from './named-value.js';
import type { Column, Row, Told, Value } from './row.js';
import { showTime } from './show-time.js';

/**
 * The value of a row in this column as people read it: a code of a closed list is told by its title, an id by the name of
 * what it is the id of.
 */
export function toldValue(row: Row, column: Column): Value {
  const value = namedValue(row, column);
  const told = column.as?.(row) ?? column;
  return value === null ? (told.blank ?? null) : tell(value, told);
}

/** `toldValue` of a column for many rows; of most columns each value is told as it is, which is seen once. */
export function tellerOf(column: Column): (row: Row) => Value {
  const { name, names, as, titles, isMoment, blank = null } = column;
  if (names || as || titles || isMoment) return (row) => toldValue(row, column);
  return (row) => row[name] ?? blank;
}

/** What has no title stays as it is. A record is told as `年度：2024；地区：43`. */
function tell(value: string | number, { titles, holds, isMoment }: Told): Value {
  if (isMoment) return showTime(String(value));
  if (titles === undefined) return value;
  const titleOf = (code: string): string => titles[code] ?? code;
  if (holds === 'list') return String(value).split(',').map(titleOf).join('、');
  if (holds === 'record') return tellRecord(String(value), titleOf);
  return titles[String(value)] ?? value;
}

function tellRecord(json: string, titleOf: (name: string) => string): string {
  const entries: [string, unknown][] = Object.entries(JSON.parse(json));
  return entries.map(([name, value]) => `${titleOf(name)}：${[value].flat().join('、')}`).join('；');
}
