import { QueryError } from '../../model/facts/query-error.js';
import type { SqlLimits, SqlResult } from '../../model/ports/questions.js';
import type { SqlValue } from '../../model/sql-value.js';

type Values = readonly (SqlValue | Buffer)[];

/**
 * Rows as a result, as far as the limits allow. Columns of the same name get `_2`, `_3`; blobs are shown as hex.
 * @throws QueryError when the time is over, or a single row is beyond the limit
 */
export function limitedResult(
  names: readonly string[],
  found: Iterable<Values>,
  limits: SqlLimits,
): SqlResult {
  const columns = uniqueNames(names);
  const rows: Record<string, SqlValue>[] = [];
  let bytes = 0;
  const end = limits.milliseconds === undefined ? Infinity : performance.now() + limits.milliseconds;
  for (const values of found) {
    if (rows.length === (limits.rows ?? Infinity)) return { columns, rows, truncated: true };
    if (performance.now() > end) throw outOfTime(limits);
    bytes += bytesOf(values);
    if (bytes > (limits.bytes ?? Infinity)) {
      if (rows.length > 0) return { columns, rows, truncated: true };
      throw new QueryError(
        `一行就超过 ${(limits.bytes ?? 0) / 1024 ** 2} MB；请少取几列，或用 substr() 截短`,
      );
    }
    rows.push(toRow(columns, values));
  }
  return { columns, rows, truncated: false };
}

export const outOfTime = ({ milliseconds }: SqlLimits): QueryError =>
  new QueryError(`查询超过 ${milliseconds} 毫秒，已停止；请缩小范围`);

function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    taken.add(unique);
    return unique;
  });
}

/** What a row takes when it is shown: two digits for every byte of a blob. */
function bytesOf(values: Values): number {
  let bytes = 0;
  for (const value of values) {
    if (typeof value === 'string') bytes += Buffer.byteLength(value);
    else bytes += Buffer.isBuffer(value) ? value.length * 2 : NUMBER_BYTES;
  }
  return bytes;
}

const NUMBER_BYTES = 8;

const toRow = (columns: string[], values: Values): Record<string, SqlValue> =>
  Object.fromEntries(
    columns.map((column, index) => {
      const value = values[index] ?? null;
      return [column, Buffer.isBuffer(value) ? value.toString('hex') : value];
    }),
  );
