import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { fullOption } from '../result-options.js';
import { type ShowOptions, showLongText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { terminalWidth } from '../terminal-width.js';

const EXAMPLES = `
编号见 query 的 id 列：i 指标、p 项目、b 预算、c 支出明细、w 重点工作、s 预算表、t 预算表数字、n 文字所述数字、f 疑点、d 文档。

列表里的短编号（i5123-15、d5123）、文件里的全编号、SQL 与 JSON 里的数字都可用；可能指几个的，会列出是哪几个。

位置，都从 1 数，照原件数得出来：
  p36 t1 r3 c2   第 36 页第 1 个表第 3 行第 2 列，行、列都在这一页上数
                 接着上一页的表是这一页的第 1 个，重印的表头也算行
                 合并的格看它的左上角，跨页的格看它开始的那一页
  t2 r5 c3       Word、网页、文本：全文第 2 个表第 5 行第 3 列
  表1!C7         工作簿：工作表“表1”的 C7，与 Excel 显示的相同
  ¶12、p31 ¶4    第 12 段；第 31 页第 4 段
  t2 r5 c3 / t1 r1 c2   格里的表

例：
  mingzhang explain i123
  mingzhang explain f45
  mingzhang explain d5123 'p36 t1 r3 c2'   这一格印着什么、读成了什么
  mingzhang explain d5123 'p36 t1 r3'      这一行的第一格`;

export const explainCommand = (): Command =>
  newCommand('explain')
    .description('一个值或一条疑点的来历：规则、值、字段、单元格、位置与原文')
    .argument('<编号>', '如 i123、p12、f45；给出位置时是哪份文档')
    .argument('[位置]', '文档中的一格或一段，如 "p3 t1 r5 c2"')
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES))
    .action((id: string, place: string | undefined, options: StoreOption & ShowOptions) =>
      withStore(options, 'read', async (store) => {
        const { explain, explainPlaceOf } = await import('../../app/explain.js');
        const { full } = options;
        const width = terminalWidth();
        const text =
          place === undefined
            ? await explain(store, id, { width, full })
            : await explainPlaceOf(store, id, place, width);
        await showLongText(text, options);
      }),
    );
