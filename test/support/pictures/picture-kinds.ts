import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { fax } from './fax.js';
import type { MadePicture } from './made-picture.js';
import { officeScan } from './office-scan.js';
import { photograph } from './photograph.js';
import { sealed } from './sealed.js';

/** A way a page becomes a picture: the dots per inch it is drawn at, and what is done to it; the same for a seed. */
export interface PictureKind {
  dpi: number;
  make(page: ColorRaster, seed: number): MadePicture;
}

/** The five kinds of picture reading is measured on. */
export const PICTURE_KINDS = {
  clean: { dpi: 300, make: (page) => ({ raster: page, at: (point) => point }) },
  scan: { dpi: 200, make: (page, seed) => officeScan(page, seed) },
  sealed: { dpi: 200, make: (page, seed) => officeScan(sealed(page, seed), seed) },
  fax: { dpi: 200, make: (page, seed) => fax(page, seed) },
  photograph: { dpi: 200, make: (page, seed) => photograph(page, seed) },
} satisfies Record<string, PictureKind>;
