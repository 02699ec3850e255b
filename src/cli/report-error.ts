import { CommanderError } from 'commander';
import { ownWords, systemFault } from '../model/explain-error.js';
import { EXIT } from './exit-codes.js';
import { say } from './say.js';

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

const TEMPLATES: Record<string, string> = {
  'commander.unknownOption': '没有选项 {0}',
  'commander.unknownCommand': '没有命令 {0}',
  'commander.missingArgument': '缺少参数 <{0}>',
  'commander.optionMissingArgument': '选项 {0} 后面要有值',
  'commander.missingMandatoryOptionValue': '必须给出选项 {0}',
  'commander.invalidArgument': '{0} 的值不对：{1}',
  'commander.excessArguments': '参数太多',
};

/** Commander's own message, which is English, in Chinese; its quoted parts fill the template. */
function translateCommanderError({ code, message }: CommanderError): string {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
  const choices = /Allowed choices are (.*)\./.exec(message)?.[1];
  const similar = /Did you mean (?:one of )?([^?)]*)\?/.exec(message)?.[1];
  const text = (TEMPLATES[code] ?? message).replace(/\{(\d)\}/g, (_, index) => quoted[Number(index)] ?? '');
  return [
    `错误：${text}`,
    choices ? `；可用：${choices}` : '',
    similar ? `；是不是 ${similar}？` : '',
    '。运行 mingzhang --help 查看用法',
  ].join('');
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
