import type { Command } from 'commander';
import { programFault } from '../../model/explain-error.js';
import type { Verification } from '../../pipeline/reading/verify-document.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { helpText } from '../help-text.js';
import { fullOption } from '../result-options.js';
import { say } from '../say.js';
import { type ShowOptions, showLongText } from '../show-text.js';

const EXAMPLES = `
两个读取器都读到同样的文字时退出码为 0，不一致时为 3。

例：
  mingzhang verify 部门预算.docx`;

export const verifyCommand = (): Command =>
  newCommand('verify')
    .description('用另一个独立的读取器再读一遍，列出两者不一致的文字')
    .argument('<文件>', '要核对的文件')
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES))
    .action(verify);

async function verify(file: string, options: ShowOptions): Promise<void> {
  const { verifyDocument } = await import('../../pipeline/reading/verify-document.js');
  const { shownPath } = await import('../../pipeline/files/shown-path.js');
  const result = await verifyDocument(file);
  if (result.kind === 'done') return show(result.answer, options);
  process.exitCode = EXIT.notAllRead;
  if (result.kind === 'died') say(`${shownPath(file)}：${result.reason}`);
  if (result.kind === 'failed') say(`${shownPath(file)}：${programFault(result.message)}`);
}

/** What is recognized has no second reader; so nothing is recognized for this. */
const NEEDS_RECOGNITION =
  '没有核对：页面只有图像，或字体没有文字对照；verify 核对文件里存的文字，不作文字识别。识别出的文字用 mingzhang extract 看';

async function show(verification: Verification, options: ShowOptions): Promise<void> {
  const { agrees, outcome, reason = null, secondReader, compared } = verification;
  const wasRead = outcome === 'ok' || outcome === 'partial';
  if (!agrees || !wasRead) process.exitCode = EXIT.notAllRead;
  if (secondReader === null) {
    const { describeOutcome } = await import('../../model/import-record.js');
    if (outcome === 'needs-ocr') say(NEEDS_RECOGNITION);
    else say(wasRead ? (reason ?? '没有可以核对的内容') : describeOutcome({ outcome, reason }));
    return;
  }
  const { renderVerification } = await import('../../report/render-verification.js');
  await showLongText(renderVerification(verification, secondReader), options);
  say(`与 ${secondReader} 核对文字 ${compared} 处：${agrees ? '一致' : '不一致'}`);
}
