import { hashFile } from './hash-file.js';
import type { Failure } from './import-summary.js';
import type { InputFile } from './list-inputs.js';

/** A file known by its content. */
export interface Content extends InputFile {
  sha256: string;
  bytes: number;
}

const REASONS: Record<string, string> = {
  ENOENT: '文件在导入过程中消失',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '没有读取文件夹的权限',
};

/** Hashes a file; one that cannot be opened is a failure. */
export async function identifyContent(input: InputFile): Promise<Content | { failure: Failure }> {
  try {
    return { ...input, ...(await hashFile(input.path)) };
  } catch (error) {
    const failure = unreadableFile(input.path, (error as NodeJS.ErrnoException).code);
    if (!failure) throw error;
    return { failure };
  }
}

/** The failure behind an error code of the file system; null for codes that speak of something else. */
export function unreadableFile(path: string, code: string | null | undefined): Failure | null {
  if (!code || !/^E(?!RR_)[A-Z0-9]+$/.test(code)) return null;
  return { path, outcome: 'unreadable', reason: REASONS[code] ?? `无法读取（${code}）` };
}
