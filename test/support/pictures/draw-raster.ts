import { withDocument } from '../../../extractors/pdf/content/with-document.js';
import type { ColorRaster } from '../../../extractors/raster/raster.js';

/** A page of a PDF as it is printed, at so many dots per inch. */
export const drawRaster = (pdf: Uint8Array, page: number, dpi: number): Promise<ColorRaster> =>
  withDocument(pdf, async (document) => {
    const raster = document.raster(page, dpi);
    if (!raster) throw new Error(`no page ${page}`);
    return raster;
  });
