import { CommanderError } from 'commander';
import { ownWords, systemFault } from '../model/explain-error.js';
import { EXIT } from './exit-codes.js';
import { say } from './say.js';
import { translateCommanderError } from './translate-commander-error.js';

const WRONG_STORE = new Set(['missing', 'not-a-store', 'newer', 'older', 'target']);

/** Tells the user what went wrong; answers the exit code. */
export function reportError(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    say(translateCommanderError(error));
    return EXIT.wrongCall;
  }
  if (!(error instanceof Error)) return reportInternal(String(error));
  const words = ownWords(error);
  if (words !== null) {
    say(`错误：${words}`);
    return isWrongCall(error) ? EXIT.wrongCall : EXIT.ourError;
  }
  const fault = systemFault(error);
  if (fault !== null) return reportSystem(fault);
  return reportInternal(error.stack ?? error.message);
}

/** Of a store only what stands at its path. */
const isWrongCall = (error: Error): boolean =>
  error.name !== 'StoreError' || WRONG_STORE.has((error as NodeJS.ErrnoException).code ?? '');

function reportSystem(text: string): number {
  say(`错误：${text}`);
  return EXIT.ourError;
}

function reportInternal(detail: string): number {
  say(`程序内部错误，请把以下内容连同所用命令和出错的文件一起报告：\n${detail}`);
  return EXIT.ourError;
}
