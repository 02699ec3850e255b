import { UserError } from './facts/user-error.js';

/** What the file system refuses, by its code (errno(3)). */
const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请腾出空间后再试',
  EDQUOT: '磁盘配额已用完，请腾出空间后再试',
  EFBIG: '文件超过系统给这个用户的大小限额，请放宽后再试',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '所在磁盘只能读取，不能写入',
  ENOENT: '文件或文件夹不存在',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '是文件夹，不是文件',
  EEXIST: '已经存在',
  ENAMETOOLONG: '路径或文件名太长',
  ELOOP: '链接绕成了圈',
  EMFILE: '同时打开的文件太多，请少开几个程序后再试',
  ENFILE: '同时打开的文件太多，请少开几个程序后再试',
  EIO: '磁盘读写出错，请检查磁盘',
  EBUSY: '正被别的程序使用，请稍后再试',
  ETXTBSY: '正被别的程序使用，请稍后再试',
};

/** The message of an error of ours; null for errors not foreseen. */
export const ownWords = (error: unknown): string | null =>
  error instanceof UserError ? error.message : null;

/** What the system refused, with the path; null for errors of another kind. */
export function systemFault(error: unknown): string | null {
  const { code, path } = Object(error) as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : SYSTEM_FAULTS[code];
  if (words === undefined) return null;
  return path === undefined ? words : `${words}：${path}`;
}

/** Words for people, and behind them what an error not foreseen says, marked as what only the makers of the program need. */
export const withDetail = (words: string, error: unknown): string =>
  `${words}（技术细节：${detailOf(error)}）`;

/** The reason of a document over which the program itself failed. */
export const programFault = (detail: unknown): string =>
  withDetail('程序读这个文件时出错，不是文件的问题；请把文件报告给我们', detail);

/** What an error of any kind says to people. */
export const explainError = (error: unknown): string =>
  ownWords(error) ?? systemFault(error) ?? withDetail('程序出错，请把所用的文件和命令一起报告', error);

const detailOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\s+/g, ' ');
