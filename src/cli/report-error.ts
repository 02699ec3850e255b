import { CommanderError } from 'commander';
import { ownWords, systemFault } from '../model/explain-error.js';
import { UserError } from '../model/facts/user-error.js';
import { stackInSources } from '../model/stack-in-sources.js';
import { EXIT } from './exit-codes.js';
import { say } from './say.js';

const WRONG_STORE = new Set(['missing', 'not-a-store', 'newer', 'older', 'target']);

/** Tells the user what went wrong; answers the exit code. */
export async function reportError(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    // A command of which one below it has to be named has shown its help.
    if (error.code !== 'commander.help') say(await translateCommanderError(error));
    return EXIT.wrongCall;
  }
  if (!(error instanceof Error)) return reportInternal(String(error));
  const words = ownWords(error);
  if (words !== null) {
    say(`错误：${await withMeant(words, error)}`);
    return isWrongCall(error) ? EXIT.wrongCall : EXIT.ourError;
  }
  const fault = systemFault(error);
  if (fault !== null) return reportSystem(fault);
  return reportInternal(stackInSources(error));
}

const TEMPLATES: Record<string, string> = {
  'commander.unknownOption': '没有选项 {0}',
  'commander.unknownCommand': '没有命令 {0}',
  'commander.missingArgument': '缺少参数 <{0}>',
  'commander.optionMissingArgument': '选项 {0} 后面要有值',
  'commander.missingMandatoryOptionValue': '必须给出选项 {0}',
  'commander.excessArguments': '参数太多',
};

/** Commander names the option and then the word for an option, and the word first for an argument. */
async function wrongChoice(
  message: string,
  [first = '', second = '']: readonly string[],
  known: readonly string[],
): Promise<string> {
  const [name, word] = message.includes('command-argument') ? [`<${second}>`, first] : [first, second];
  const { withNearest } = await import('../app/nearest-words.js');
  return withNearest(`错误：${name} 不能是 ${word}；可用：${known.join('、')}`, { word, known });
}

/** Commander's own message, which is English, in Chinese; its quoted parts fill the template. */
async function translateCommanderError({ code, message }: CommanderError): Promise<string> {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text ?? '');
  const choices = /Allowed choices are (.*)\./.exec(message)?.[1];
  if (choices !== undefined) return wrongChoice(message, quoted, choices.split(', '));
  const similar = /Did you mean (?:one of )?([^?)]*)\?/.exec(message)?.[1];
  const text = (TEMPLATES[code] ?? message).replace(/\{(\d)\}/g, (_, index) => quoted[Number(index)] ?? '');
  const meant = similar ? `；是不是 ${similar.replaceAll(', ', '、')}？` : '。';
  return `错误：${text}${meant}运行 mingzhang --help 查看用法`;
}

async function withMeant(words: string, error: Error): Promise<string> {
  if (!(error instanceof UserError) || error.unknown === undefined) return words;
  return (await import('../app/nearest-words.js')).withNearest(words, error.unknown);
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
