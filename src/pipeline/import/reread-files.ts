import { existsSync } from 'node:fs';
import { sourcePath } from '../inputs/keep-source.js';
import type { InputFile } from '../inputs/list-inputs.js';
import { type ImportOptions, importInputs } from './import-files.js';
import type { ImportSummary } from './import-summary.js';

/** A stored content to be read again. */
export interface Reread {
  sha256: string;
  readAs: string;
  paths: readonly string[];
}

/**
 * Reads stored contents again: from the kept source, the path they were read under, or another path of theirs. Members of
 * archives that are not kept are unpacked again. Nothing else in those files is read. Assigned values, reviews and what was known from outside
 * are kept; a content whose file is gone or has changed is a failure, and its reading stands.
 * @param kept Folder of kept sources, where there is one.
 */
export function rereadFiles(
  rereads: readonly Reread[],
  options: Omit<ImportOptions, 'only'>,
  kept: string,
): Promise<ImportSummary> {
  const inputs = new Map<string, InputFile>();
  for (const reread of rereads) {
    const input = inputOf(reread, kept);
    if (input) inputs.set(input.path, input);
  }
  const only = new Map(rereads.map(({ sha256, readAs }) => [sha256, readAs]));
  return importInputs([...inputs.values()], { ...options, only });
}

function inputOf({ sha256, readAs, paths }: Reread, kept: string): InputFile | null {
  const file = sourcePath(kept, sha256);
  if (existsSync(file)) return { path: readAs, file, ignored: false };
  const path = [readAs, ...paths].map(fileOf).find((each) => existsSync(each));
  return path === undefined ? null : { path, ignored: false };
}

/** The file on disk: for a member, its archive. */
const fileOf = (path: string): string => path.split('!/')[0] ?? path;
