import type { Command } from 'commander';
import { nameIds } from '../../app/name-ids.js';
import { type SubjectFilter, subjectAsked } from '../../model/filters.js';
import { newCommand } from '../command.js';
import { addFilterOption, addSubjectOptions } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseCount, parseNames } from '../parse-options.js';
import { addListOptions, type ListOptions, requireFile, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { sayUnknown } from '../say-unknown.js';
import { type StoreOption, withStore } from '../store-option.js';

const HITS = 20;

const EXAMPLES = `
在项目、指标、支出明细、重点工作和成段文字的名称、目标、描述、测算、正文中查找；名称里找到的排在前面
（超过 20000 处时按文档排列）。
几个词并列为同时出现；OR 为其一，NOT 为排除，可用括号；引号中的空格和 OR 等照字面。

例：
  mingzhang search 见义勇为
  mingzhang search "宣传 (禁毒 OR 反诈) NOT 青少年" --region 湖南省
  mingzhang search 满意度 --in indicators --limit 100 --format jsonl`;

interface CommandOptions extends StoreOption, ListOptions, SubjectFilter {
  level1?: string;
  in?: string[];
  limit: number;
  offset: number;
}

export function searchCommand(): Command {
  const command = newCommand('search')
    .description('全文检索，按相关程度排列')
    .argument('<检索式>', '词、短语，AND、OR、NOT')
    .option('--in <视图>', '只查这些视图，以逗号分隔', parseNames)
    .option('--limit <条数>', '最多几条', parseCount('--limit', 1), HITS)
    .option('--offset <条数>', '跳过前几条', parseCount('--offset'), 0)
    .addHelpText('after', helpText(EXAMPLES));
  return addListOptions(addFilterOption(addSubjectOptions(command), 'level1')).action(search);
}

async function search(text: string, options: CommandOptions): Promise<void> {
  requireFile(options.format, options.output);
  const { region, department, level1, in: views, limit, offset } = options;
  const scope = { ...subjectAsked(options), level1, views };
  const { ALL_HIT_COLUMNS, HIT_COLUMNS } = await import('../../report/search-columns.js');
  await withStore(options, 'read', async (store) => {
    const hits = await store.search(text, { ...scope, limit: limit + 1, offset });
    if (hits.length === 0) await sayUnknown(store, { region, department });
    const rows = hits.slice(0, limit).map((hit) => ({ ...hit }));
    const shown = options.format === 'table' ? await nameIds(store, rows, HIT_COLUMNS) : rows;
    await writeRows(shown, ALL_HIT_COLUMNS, options, HIT_COLUMNS);
    if (hits.length <= limit) return;
    const { rows: total, isExact } = await store.searchCounts(text, scope);
    say(`只显示 ${limit} 条，${isExact ? '共' : '不止'} ${total} 条；看更多请加 --limit 或 --offset`);
  });
}
