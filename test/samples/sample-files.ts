import { readdirSync, readFileSync } from 'node:fs';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { compactDocument } from './compact-document.js';

export const SAMPLES = new URL('../../samples/', import.meta.url);
export const GOLDEN = new URL('../golden/samples/', import.meta.url);

/** Names of the sample files; README.md describes them. */
export const listSamples = (): string[] => readdirSync(SAMPLES).filter((name) => !name.endsWith('.md'));

export const goldenName = (sample: string): string => `${sample}.json`;

/** What a sample reads as, in the text of its golden file. */
export async function renderSample(sample: string): Promise<string> {
  const document = await readDocument(readFileSync(new URL(sample, SAMPLES)), { path: sample });
  return `${JSON.stringify(compactDocument(document), null, 1)}\n`;
}
