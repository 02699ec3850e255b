import type { IndicatorRow } from '../model/comparison.js';
import { coreIndicator } from './core-name.js';
import { nameTie } from './name-tie.js';

/** The indicators that are called what was looked for, hold it in their name, or are called alike. */
export function aboutIndicator(rows: readonly IndicatorRow[], name: string): IndicatorRow[] {
  const core = coreIndicator(name);
  const { compare, same } = nameTie((row: Pick<IndicatorRow, 'name'>) => coreIndicator(row.name));
  return rows.filter((row) => coreIndicator(row.name).includes(core) || same(compare(row, { name })));
}
