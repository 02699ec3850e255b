import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from './hash-file.js';

/** A kept source that should not be so. */
interface SourceProblem {
  kind: 'source';
  message: string;
}

/** Kept sources that are damaged or belong to no document; none where no sources are kept. */
export async function checkSources(folder: string, contents: ReadonlySet<string>): Promise<SourceProblem[]> {
  const problems: SourceProblem[] = [];
  const complain = (name: string, what: string): void => {
    problems.push({ kind: 'source', message: `${join(folder, name)}：${what}` });
  };
  for (const prefix of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, prefix))) {
      const file = join(prefix, name);
      if (!contents.has(name)) complain(file, '不属于库中任何文档');
      else if ((await hashFile(join(folder, file))).sha256 !== name) complain(file, '内容已损坏');
    }
  }
  return problems;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
