import type { Command } from 'commander';
import { documentMeant } from '../../app/document-meant.js';
import { newCommand } from '../command.js';
import { parseYear } from '../parse-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
文档可用编号（d123）、导入时的路径或其末尾、内容指纹的开头来指。

例：
  mingzhang assign d123 --region 430204 --year 2023
  mingzhang assign 2023/信访局.docx --department 区信访局`;

interface AssignOptions extends StoreOption {
  region?: string;
  year?: number;
  department?: string;
}

export function assignCommand(): Command {
  const command = newCommand('assign')
    .description('补上或改正文档的地区、年度、部门；重新导入后仍然有效')
    .argument('<文档...>', '要补的文档')
    .option('--region <地区>', '行政区划代码或不会混淆的名称')
    .option('--year <年份>', '预算年度', parseYear)
    .option('--department <部门>', '部门名称')
    .addHelpText('after', EXAMPLES);
  return command.action(assign);
}

async function assign(wanted: string[], options: AssignOptions): Promise<void> {
  const { region, year, department } = options;
  if (region === undefined && year === undefined && department === undefined) {
    throw new UsageError('请给出 --region、--year、--department 中的至少一项');
  }
  const { assignDocuments } = await import('../../app/assign-documents.js');
  await withStore(options, 'change', async (store) => {
    const documents = await Promise.all(wanted.map((each) => documentMeant(store, each)));
    await assignDocuments(store, documents, { region, year, department });
    say(`已更新 ${documents.length} 份文档`);
  });
}
