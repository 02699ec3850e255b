import type { Command } from 'commander';
import { documentMeant } from '../../app/document-meant.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { parseYear } from '../parse-options.js';
import { parseProjectId } from '../parse-project-id.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
文档可用编号（d123）、导入时的路径或其末尾、内容指纹的开头来指。
项目（p12）可以指定与同一部门别的年度、阶段的项目是不是同一个，目标与结果（track）照此对应；--undo 撤回。

例：
  mingzhang assign d123 --region 430204 --year 2023
  mingzhang assign 2023/信访局.docx --department 区信访局
  mingzhang assign p12 --same-as p45
  mingzhang assign p12 --not-same p45
  mingzhang assign p12 --not-same p45 --undo`;

interface AssignOptions extends StoreOption {
  region?: string;
  year?: number;
  department?: string;
  sameAs?: string;
  notSame?: string;
  undo?: boolean;
}

export function assignCommand(): Command {
  const command = newCommand('assign')
    .description('补上或改正文档的地区、年度、部门，指定两个项目是否同一；重新导入后仍然有效')
    .argument('<文档...>', '要补的文档，或一个项目')
    .option('--region <地区>', '行政区划代码或不会混淆的名称')
    .option('--year <年份>', '预算年度', parseYear)
    .option('--department <部门>', '部门名称')
    .option('--same-as <编号>', '与这个项目是同一个，如 p45', parseProjectId)
    .option('--not-same <编号>', '与这个项目不是同一个', parseProjectId)
    .option('--undo', '撤回对两个项目的指定')
    .addHelpText('after', helpText(EXAMPLES));
  return command.action(assign);
}

async function assign(wanted: string[], options: AssignOptions): Promise<void> {
  const { region, year, department, sameAs, notSame } = options;
  const other = sameAs ?? notSame;
  if (other !== undefined) return assignLink(wanted, other, options);
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

/** @throws UsageError unless one project is given, and nothing of documents */
async function assignLink(
  [wanted = '', ...others]: string[],
  wantedOther: string,
  { sameAs, notSame, undo = false, region, year, department, ...options }: AssignOptions,
): Promise<void> {
  const isMixed = [region, year, department].some((each) => each !== undefined) || others.length > 0;
  if (isMixed || (sameAs !== undefined && notSame !== undefined)) {
    throw new UsageError('指定项目时只写一个项目（如 p12）和 --same-as、--not-same 中的一项');
  }
  parseProjectId(wanted);
  const { decideLink } = await import('../../app/decide-link.js');
  const { projectMeant } = await import('../../app/project-meant.js');
  await withStore(options, 'change', async (store) => {
    const project = await projectMeant(store, wanted);
    const other = await projectMeant(store, wantedOther);
    await decideLink(store, project, other, undo ? 'undo' : sameAs === undefined ? 'not-same' : 'same');
    say(
      undo
        ? `已撤回对 p${project} 与 p${other} 的指定`
        : `已记下：p${project} 与 p${other} ${sameAs === undefined ? '不是' : '是'}同一个项目`,
    );
  });
}
