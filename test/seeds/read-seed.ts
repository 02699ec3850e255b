import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Disclosure, Project } from '../../src/model/disclosure.js';
import type { ReadDocument } from '../../src/model/document.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';

const SEEDS = new URL('../../../shared/seeds/', import.meta.url);

/** The seeds are real disclosures outside the repository; tests wanting them are skipped where they are missing. */
export const HAS_SEEDS = existsSync(SEEDS);

export const seedNames: string[] = HAS_SEEDS ? readdirSync(SEEDS).sort() : [];

export interface Seed {
  document: ReadDocument;
  disclosure: Disclosure;
}

const read = new Map<string, Promise<Seed>>();

/** The seed whose name begins with these digits, read (once) under its own name or under another. */
export function readSeed(digits: string, path?: string): Promise<Seed> {
  const key = `${digits} ${path ?? ''}`;
  const known = read.get(key) ?? readFresh(digits, path);
  read.set(key, known);
  return known;
}

async function readFresh(digits: string, path: string | undefined): Promise<Seed> {
  const name = seedNames.find((each) => each.startsWith(digits));
  if (!name) throw new Error(`no seed ${digits}`);
  const document = await readDocument(readFileSync(new URL(name, SEEDS)), { path: path ?? name });
  const [disclosure, ...others] = document.disclosures;
  if (!disclosure || others.length > 0) throw new Error(`${name}: not one disclosure`);
  return { document, disclosure };
}

/** Amount of a project as printed, without its unit. */
export const figureOf = (project: Project | undefined): string | null | undefined => project?.money?.figure;
