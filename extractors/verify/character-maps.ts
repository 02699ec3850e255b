import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** pdf.js, inside pdf-parse, must be told where its maps of Chinese encodings are. */
export function characterMaps(): { cMapUrl: string; cMapPacked: boolean } {
  const fromParser = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
  const folder = dirname(fromParser.resolve('pdfjs-dist/package.json'));
  return { cMapUrl: `${join(folder, 'cmaps')}/`, cMapPacked: true };
}
