import { withDetail } from '../model/explain-error.js';
import type { Failure } from '../model/import-record.js';
import type { DocumentIdentity } from './content.js';
import { hashFile } from './hash-file.js';

const REASONS: Record<string, string> = {
  ENOENT: '文件不存在，或在导入过程中消失',
  ENOTDIR: '文件不存在，或在导入过程中消失',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '没有读取文件夹的权限',
};

/** Hashes a file; one that cannot be opened is a failure of that path. */
export async function identifyContent(
  file: string,
  path: string,
): Promise<DocumentIdentity | { failure: Failure }> {
  try {
    return await hashFile(file);
  } catch (error) {
    const failure = unreadableFile(path, (error as NodeJS.ErrnoException).code);
    if (!failure) throw error;
    return { failure };
  }
}

/** The failure behind an error code of the file system; null for codes that speak of something else, a full disk included. */
export function unreadableFile(path: string, code: string | null | undefined): Failure | null {
  if (!code || !/^E(?!RR_|NOSPC|MFILE|NFILE)[A-Z0-9]+$/.test(code)) return null;
  return { path, sha256: null, outcome: 'unreadable', reason: REASONS[code] ?? withDetail('无法读取', code) };
}
