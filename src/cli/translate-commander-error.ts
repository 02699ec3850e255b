import type { CommanderError } from 'commander';

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
export function translateCommanderError({ code, message }: CommanderError): string {
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
