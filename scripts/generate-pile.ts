import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SeededRandom } from '../test/support/seeded-random.js';
import { type PileDocument, pileDocument } from './pile/pile-document.js';
import { renderDocx } from './pile/render-docx.js';
import { renderHtml } from './pile/render-html.js';
import { renderPdf } from './pile/render-pdf.js';
import { renderText } from './pile/render-text.js';

const RENDERERS: Record<PileFormat, (document: PileDocument) => Uint8Array> = {
  txt: renderText,
  html: renderHtml,
  docx: renderDocx,
  pdf: renderPdf,
};

export type PileFormat = 'txt' | 'html' | 'docx' | 'pdf';
export const PILE_FORMATS: readonly PileFormat[] = ['txt', 'html', 'docx', 'pdf'];

export interface PileOptions {
  files: number;
  seed?: number;
  formats?: readonly PileFormat[];
}

export interface PileFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * Files of a made-up year of disclosures, one after the other: the same seed gives the same bytes. Most are a form or three,
 * some are packs of forty; every content is different.
 */
export function* generatePile({ files, seed = 1, formats = PILE_FORMATS }: PileOptions): Generator<PileFile> {
  const random = new SeededRandom(seed);
  for (let serial = 1; serial <= files; serial++) {
    const format = formats[serial % formats.length] ?? 'txt';
    const document = pileDocument(random, serial);
    const path = `${document.region}/${document.department}/${serial}.${format}`;
    yield { path, bytes: RENDERERS[format](document) };
  }
}

/** Writes a pile into a folder; answers its size in bytes. */
export function writePile(folder: string, options: PileOptions): number {
  let size = 0;
  for (const { path, bytes } of generatePile(options)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    size += bytes.length;
  }
  return size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { files: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  });
  const [folder] = positionals;
  if (folder === undefined)
    throw new Error('用法：tsx scripts/generate-pile.ts <文件夹> [--files 200] [--seed 1]');
  const bytes = writePile(folder, { files: Number(values.files), seed: Number(values.seed) });
  console.log(`${values.files} 个文件，${(bytes / 1024 / 1024).toFixed(1)} MB`);
}
