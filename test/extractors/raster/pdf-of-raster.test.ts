import { expect, it } from 'vitest';
import { pdfOfRaster } from '../../../extractors/raster/files/pdf-of-raster.js';

it('writes no number with an exponent, whatever is left of scaling', () => {
  const page = { width: 595.08, height: 842.04 };
  const raster = { width: 1653, height: 2339, pixels: new Uint8Array(3) };
  const box = { left: 0, top: 0, right: page.width, bottom: page.height };
  const text = new TextDecoder('latin1').decode(pdfOfRaster(raster, page, box));
  expect(text).toMatch(/q 1653 0 0 2339 0 0 cm/);
  expect(text).not.toMatch(/\de-\d/);
});
