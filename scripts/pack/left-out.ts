import picomatch from 'picomatch';

/** What no package needs to run here: maps of sources, and other builds of packages that come in several. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  '@e965/xlsx': ['dist/!(cpexcel.full.mjs)'],
  '@embedpdf/pdfium': ['dist/index.browser.js', 'dist/index.cjs'],
  'easy-template-x': ['src/**'],
  mammoth: ['test/**', 'mammoth.browser*'],
  natural: ['lib/natural/!(distance|tfidf|tokenizers|util)/**'],
  'pdf-parse': ['bin/**', 'dist/{node,worker}/**', 'dist/pdf-parse/{web/**,cjs/pdf.worker.mjs}'],
  'pdfjs-dist': [
    'build/**',
    '{,legacy/}{image_decoders,web}/**',
    'legacy/build/*.min.mjs',
    'legacy/build/pdf.sandbox*',
    '{standard_fonts,wasm}/**',
  ],
  undici: ['docs/**'],
  yaml: ['browser/**'],
  // Its code is in dist; types of ours speak of its types.
  zod: ['src/**', '**/*.{js,cjs}'],
};
const MAPS = '**/*.map';

/** Whether a file of a package, by its path below it with `/`, is left out of the packed program. */
export function isLeftOut(packageName: string, path: string): boolean {
  return picomatch.isMatch(path, [MAPS, ...(LEFT_OUT[packageName] ?? [])]);
}
