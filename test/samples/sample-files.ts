import { readdirSync, readFileSync } from 'node:fs';
import { canRecognize, recognitionFor } from '../../extractors/scanned/recognition-for.js';
import type { ReadDocument } from '../../src/model/document.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { compactDocument } from './compact-document.js';

export const SAMPLES = new URL('../../samples/', import.meta.url);
export const GOLDEN = new URL('../golden/samples/', import.meta.url);

/** Names of the sample files; README.md describes them. */
export const listSamples = (): string[] => readdirSync(SAMPLES).filter((name) => !name.endsWith('.md'));

export const goldenName = (sample: string): string => `${sample}.json`;

/** Whether texts have to be recognized, which takes as long as to read all the others. */
export const isScan = (sample: string): boolean => /-scan\./.test(sample);

/** Whether a sample can be read here: scans need the optional parts for recognizing text. */
export const canReadSample = (sample: string): boolean => canRecognize() || !isScan(sample);

const read = new Map<string, Promise<ReadDocument>>();

/** A sample as an import reads it; each is read once. */
export function readSample(sample: string): Promise<ReadDocument> {
  const bytes = (): Uint8Array => readFileSync(new URL(sample, SAMPLES));
  const reading =
    read.get(sample) ?? readDocument(bytes(), { path: sample, recognition: recognitionFor('auto') });
  read.set(sample, reading);
  return reading;
}

/** What a sample reads as, in the text of its golden file. */
export async function renderSample(sample: string): Promise<string> {
  const document = await readSample(sample);
  return `${JSON.stringify(compactDocument(document), null, 1)}\n`;
}
