/** Prints what a sample reads as: `tsx scripts/kit/form/print-golden.ts gansu-minle.html`. */
import { renderSample } from '../../../test/samples/sample-files.js';

process.stdout.write(await renderSample(process.argv[2] ?? ''));
