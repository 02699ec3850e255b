import { afterEach, expect, it } from 'vitest';
import { pdfium, preparePdfium } from '../../../extractors/raster/pdfium/pdfium.js';

const NOTHING = (): void => undefined;
const [, program = ''] = process.argv;

afterEach(() => {
  process.argv[1] = program;
  preparePdfium(NOTHING);
});

it('starts wherever the program stands', async () => {
  process.argv[1] = '/家/程 序/入口.js';
  preparePdfium(NOTHING);
  const { call } = await pdfium();
  // Asks for the environment, which the path stands in.
  expect(call.FPDF_GetLastError()).toBe(0);
});
