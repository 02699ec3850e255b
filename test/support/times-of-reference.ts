import { processorMilliseconds } from './processor-milliseconds.js';

/** Objects, texts, a pattern and numbers, as reading documents is; some hundredths of a second. */
function reference(): void {
  const rows = Array.from({ length: 10_000 }, (_, n) => ({ name: `指标${n}`, value: `≥${n % 97}个` }));
  const text = JSON.stringify(rows);
  const values = text.match(/≥\d+/g) ?? [];
  JSON.parse(text);
  values.sort();
}

/**
 * What work costs in processor time, in times of a fixed piece of work done just before: a machine that is slow or busy is slow
 * with both. Of two runs of that work the shorter counts, since the first may still have to be compiled.
 */
export async function timesOfReference(work: () => unknown): Promise<number> {
  const unit = Math.min(await processorMilliseconds(reference), await processorMilliseconds(reference));
  return (await processorMilliseconds(work)) / unit;
}
