import type { Command } from 'commander';
import { documentMeant } from '../../app/document-meant.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { fullOption } from '../result-options.js';
import { say } from '../say.js';
import { showLongText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
文档可用编号（d123）、导入时的路径或其末尾、内容指纹的开头来指；位置照 mingzhang query cells、疑点清单或网页上所印的写。
改正的多是由图像识别的文字，别的文件读错的也可以改。改正后库中的项目、指标等立即随之改变；疑点在下一次 mingzhang audit 时改变。
重新导入同一内容仍然有效。

例：
  mingzhang correct d123 'p3 t1 r5 c2' '≥95%'
  mingzhang correct 2023/信访局.pdf 'p1 t1 r4 c6' 120.50
  mingzhang correct d123 'p3 t1 r5 c2' --undo
  mingzhang correct --list`;

interface CorrectOptions extends StoreOption {
  list?: true;
  undo?: true;
  full?: boolean;
  pager?: boolean;
}

export function correctCommand(): Command {
  const command = newCommand('correct')
    .description('改正一格（或一段）读错的文字；重新导入后仍然有效')
    .argument('[文档]', '哪份文档')
    .argument('[位置]', '哪一格，如 "p3 t1 r5 c2"')
    .argument('[文字]', '原件上印的是什么')
    .option('--undo', '撤回这一格的改正')
    .option('--list', '列出改正过的；给出文档时只列它的')
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES));
  return command.action(correct);
}

async function correct(
  wanted: string | undefined,
  place: string | undefined,
  text: string | undefined,
  options: CorrectOptions,
): Promise<void> {
  if (options.list) return list(wanted, options);
  if (wanted === undefined || place === undefined) throw new UsageError('请给出文档和位置');
  if ((text === undefined) === (options.undo === undefined))
    throw new UsageError('请给出改正后的文字；撤回改正用 --undo');
  const { correctText } = await import('../../app/correct-text.js');
  await withStore(options, 'change', async (store) => {
    const sha256 = await documentMeant(store, wanted);
    const corrected = await correctText(store, sha256, place, text ?? null);
    say(
      text === undefined
        ? `${corrected.place} 已恢复为所读的“${corrected.text}”`
        : `${corrected.place} 原读作“${corrected.reading}”，已改为“${corrected.text}”`,
    );
  });
}

async function list(wanted: string | undefined, options: CorrectOptions): Promise<void> {
  await withStore(options, 'read', async (store) => {
    const sha256 = wanted === undefined ? null : await documentMeant(store, wanted);
    const all = await store.listCorrections();
    const shown = sha256 === null ? all : all.filter((each) => each.sha256 === sha256);
    if (shown.length === 0) return say('没有改正过的文字');
    const lines = shown.map(({ document, sha256: content, place, reading, text, at }) => {
      const name = document ? `d${document.number} ${document.path}` : `（不在库中）${content.slice(0, 12)}`;
      return `${name}　${place}　“${reading}” → “${text}”　${at.slice(0, 10)}\n`;
    });
    await showLongText(lines.join(''), { full: options.full, pager: options.pager });
  });
}
