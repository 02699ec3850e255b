/** Characters of the texts that are kept at most. */
const MOST = 200_000;

/**
 * The same function of a text, which keeps its values for the texts it met lately: names, targets and goals come back from
 * rule to rule and from form to form. Bounded by the length of the texts.
 */
export function oncePerText<Value extends string | object>(
  work: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  let characters = 0;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = work(text);
    characters += text.length;
    if (characters > MOST) {
      known.clear();
      characters = text.length;
    }
    known.set(text, value);
    return value;
  };
}
