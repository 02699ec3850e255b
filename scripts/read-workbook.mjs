/** Reads a workbook, as the reading process of an import does: `node read-workbook.mjs FILE`, after a build. */
import { readFileSync } from 'node:fs';
import { xlsxReader } from '../dist/extractors/xlsx/xlsx-reader.js';

const { blocks } = await xlsxReader.read(readFileSync(process.argv[2] ?? ''));
process.stdout.write(`${blocks.length}\n`);
