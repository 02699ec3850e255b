/** Prints, for each example of an addition, null where it works in this checkout, else why it does not: one line of JSON. */
import { EXAMPLES } from '../house/examples.js';

const answers: Record<string, string | null> = {};
for (const { row, probe } of EXAMPLES) {
  answers[row] = await probe().then(
    () => null,
    (error: unknown) => String(error),
  );
}
process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit());
