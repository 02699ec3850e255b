import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.js';
import { say } from './say.js';
import { translateCommanderError } from './translate-commander-error.js';

/** Errors whose message is for the user and says it all, by class name: they come from layers the command loads late. */
const WRONG_CALL = new Set([
  'UsageError',
  'MissingPathError',
  'NotAFileError',
  'ManifestError',
  'QueryError',
]);
const WRONG_STORE = new Set(['missing', 'not-a-store', 'newer', 'older']);

/** Tells the user what went wrong; answers the exit code. */
export function reportError(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    say(translateCommanderError(error));
    return EXIT.wrongCall;
  }
  if (!(error instanceof Error)) return reportInternal(String(error));
  if (WRONG_CALL.has(error.name)) {
    say(`错误：${error.message}`);
    return EXIT.wrongCall;
  }
  if (error.name === 'StoreError') {
    say(`错误：${error.message}`);
    return WRONG_STORE.has((error as NodeJS.ErrnoException).code ?? '') ? EXIT.wrongCall : EXIT.ourError;
  }
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return reportSystem('磁盘已满，请腾出空间后再运行同一命令');
  if (code === 'EDQUOT' || code === 'EFBIG')
    return reportSystem('文件大小或总量超过系统给这个用户的限额，请放宽后再运行同一命令');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return reportSystem(`没有权限：${path ?? ''}`);
  return reportInternal(error.stack ?? error.message);
}

function reportSystem(text: string): number {
  say(`错误：${text}`);
  return EXIT.ourError;
}

function reportInternal(detail: string): number {
  say(`程序内部错误，请把以下内容连同所用命令和出错的文件一起报告：\n${detail}`);
  return EXIT.ourError;
}
