import { withDetail } from '../../model/explain-error.js';
import type { Failure } from '../../model/import-record.js';
import { NOT_A_FILE } from '../files/open-regular.js';
import type { DocumentIdentity } from './content.js';
import { hashFile } from './hash-file.js';

const REASONS: Record<string, string> = {
  ...NOT_A_FILE,
  ENOENT: '文件不存在，或在导入过程中消失',
  ENOTDIR: '文件不存在，或在导入过程中消失',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ELOOP: '链接绕成了圈，不指向任何文件',
  ENAMETOOLONG: '路径太长',
};

/**
 * Hashes a file; one that cannot be opened is a failure of that path.
 * @throws the reason of the signal when it stops the reading
 */
export async function identifyContent(
  file: string,
  path: string,
  options: Parameters<typeof hashFile>[1] = {},
): Promise<DocumentIdentity | { failure: Failure }> {
  try {
    return await hashFile(file, options);
  } catch (error) {
    const failure = unreadableFile(path, (error as NodeJS.ErrnoException).code);
    if (!failure) throw error;
    return { failure };
  }
}

/** The failure behind an error code of the file system; null for codes that speak of something else, a full disk included. */
export function unreadableFile(path: string, code: string | null | undefined): Failure | null {
  if (!code || !/^E(?!RR_|NOSPC|DQUOT|FBIG|MFILE|NFILE)[A-Z0-9]+$/.test(code)) return null;
  return notRead(path, REASONS[code] ?? withDetail('无法读取', code));
}

/** A file without a content to keep an outcome for. */
export const notRead = (path: string, reason: string): Failure => ({
  path,
  sha256: null,
  outcome: 'unreadable',
  reason,
});
