/**
 * The same function, which works out its value once for each object it is given; forgotten with the object. The value is kept
 * on the object (which must not be frozen), unseen by copies and comparisons: a WeakMap a function keeps the collector busy.
 */
export function oncePer<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const mark = Symbol('known');
  return (key: Key & { [mark]?: { value: Value } }) => {
    const found = key[mark];
    if (found) return found.value;
    const value = work(key);
    Object.defineProperty(key, mark, { value: { value } });
    return value;
  };
}
