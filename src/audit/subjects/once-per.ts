/** What was worked out of an object: a list that stands in the object and goes with it. */
export interface Kept {
  /** Whose it is: a copy of the object carries the list without owning it. */
  owner: object | null;
  values: unknown[];
}

export const nothingKept = (): Kept => ({ owner: null, values: [] });

let works = 0;

/**
 * The same function, which works out its value once for each object it is given, anew for a copy. Objects have one place for
 * all such values: a property for each would give equal objects many shapes and slow down whatever reads them, and a WeakMap
 * for each keeps the collector busy.
 */
export function oncePer<Key extends { kept: Kept }, Value extends object>(
  work: (key: Key) => Value,
): (key: Key) => Value {
  const place = works++;
  return (key) => {
    const { kept } = key;
    kept.owner ??= key;
    if (kept.owner !== key) return work(key);
    const found = kept.values[place] as Value | undefined;
    if (found !== undefined) return found;
    const value = work(key);
    kept.values[place] = value;
    return value;
  };
}
