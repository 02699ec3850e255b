/** A class that was read, and where. */
export interface DecodedClass {
  class: number;
  /** Steps from the first to the last that says so. */
  from: number;
  to: number;
  /** How likely it is there, 0 to 1. */
  confidence: number;
}

/**
 * The classes a network read that was taught by connectionist temporal classification: the likeliest of each step, the same one
 * counted once while it goes on, class 0 left out.
 * @param likely `classes` numbers for each step
 */
export function decodeCtc(likely: Float32Array, classes: number): DecodedClass[] {
  const decoded: DecodedClass[] = [];
  let before = 0;
  for (let step = 0; (step + 1) * classes <= likely.length; step++) {
    let best = 0;
    let most = likely[step * classes] ?? 0;
    for (let i = step * classes + 1, end = (step + 1) * classes; i < end; i++) {
      const value = likely[i] as number;
      if (value > most) {
        most = value;
        best = i - step * classes;
      }
    }
    const last = decoded.at(-1);
    if (best !== 0 && best === before && last) {
      last.to = step;
      if (most > last.confidence) {
        last.confidence = most;
      }
    } else if (best !== 0) {
      decoded.push({ class: best, from: step, to: step, confidence: most });
    }
    before = best;
  }
  return decoded;
}
