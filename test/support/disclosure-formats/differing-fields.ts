import type { Disclosure } from '../../../src/model/disclosure.js';

/** Where a value stands and where its unit was printed differ from format to format. */
const PLACES = ['evidence', 'basis', 'unitFrom', 'contextUnit'];
/** How an amount was printed. */
const PRINTED = ['printed', 'figure', 'decimals'];

/**
 * What differs between two readings, sorted: fields (`indicators.horizon`, `year`), and lists that are not equally long
 * (`budgets`).
 *
 * @param amountsOnly compares amounts by what they are worth, not by how they are printed (22.50 or 22.5)
 */
export function differingFields(
  expected: readonly Disclosure[],
  found: readonly Disclosure[],
  amountsOnly = false,
): string[] {
  const dropped = new Set([...PLACES, ...(amountsOnly ? PRINTED : [])]);
  return [...new Set(differences(expected, found, [], dropped))].sort();
}

function differences(a: unknown, b: unknown, path: string[], dropped: ReadonlySet<string>): string[] {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return [path.join('.') || 'disclosures'];
    return a.flatMap((each, i) => differences(each, b[i], path, dropped));
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys]
      .filter((key) => !dropped.has(key))
      .flatMap((key) => differences(a[key], b[key], path.length < 2 ? [...path, key] : path, dropped));
  }
  return a === b ? [] : [path.join('.')];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
