import type { Command } from 'commander';
import type { Assigned } from '../../app/assign-documents.js';
import { documentMeant } from '../../app/document-meant.js';
import type { ViewFilter } from '../../model/filters.js';
import type { AssignPreview } from '../../model/ports/documents.js';
import type { Store } from '../../model/ports/store.js';
import { subjectTitle } from '../../report/subject-title.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { loginName } from '../login-name.js';
import { parseYear } from '../parse-options.js';
import { parseProjectId } from '../parse-project-id.js';
import { say } from '../say.js';
import { showLongText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
文档可用编号（d123）、导入时的路径或其末尾、内容指纹的开头来指；也可以用 --where 给出条件，指定符合条件的全部文档，
条件与 mingzhang query documents 的选项同名，写作 条件=值。先加 --preview 看看会改成什么。
--undo 撤回这些文档最近一次的指定；一次指定了多份的，用 --undo-repair 和当时印出的编号整批撤回。
项目（p12）可以指定与同一部门别的年度、阶段的项目是不是同一个，目标与结果（track）照此对应；--undo 撤回。

例：
  mingzhang assign d123 --region 430204 --year 2023
  mingzhang assign 2023/信访局.docx --department 区信访局
  mingzhang assign --where text=石峰区 --where unresolved=1 --region 430204 --preview
  mingzhang assign d123 --undo
  mingzhang assign --undo-repair 3
  mingzhang assign p12 --same-as p45
  mingzhang assign p12 --not-same p45
  mingzhang assign p12 --not-same p45 --undo`;

interface AssignOptions extends StoreOption, Assigned {
  where?: ViewFilter;
  preview?: boolean;
  who?: string;
  sameAs?: string;
  notSame?: string;
  undo?: boolean;
  undoRepair?: number;
}

export function assignCommand(): Command {
  const command = newCommand('assign')
    .description('补上或改正文档的地区、年度、部门，指定两个项目是否同一；重新导入后仍然有效')
    .argument('[文档...]', '要补的文档，或一个项目')
    .option('--region <地区>', '行政区划代码或不会混淆的名称')
    .option('--year <年份>', '预算年度', parseYear)
    .option('--department <部门>', '部门名称')
    .option('--where <条件=值>', '符合条件的全部文档；可写几次', alsoGiven)
    .option('--preview', '只看会改成什么，不改')
    .option('--who <姓名>', '谁指定的（默认为登录名）')
    .option('--same-as <编号>', '与这个项目是同一个，如 p45', parseProjectId)
    .option('--not-same <编号>', '与这个项目不是同一个', parseProjectId)
    .option('--undo', '撤回这些文档最近一次的指定，或对两个项目的指定')
    .option('--undo-repair <编号>', '撤回这一次指定，连同其中全部文档', parseRepair)
    .addHelpText('after', helpText(EXAMPLES));
  return command.action(assign);
}

const alsoGiven = (text: string, before: string[] = []): string[] => [...before, text];

function parseRepair(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--undo-repair 应为正整数，不能是 ${text}`);
}

async function assign(
  wanted: string[],
  { where: conditions, ...others }: Omit<AssignOptions, 'where'> & { where?: string[] },
): Promise<void> {
  const options = { ...others, where: conditions && (await whereMeant(conditions)) };
  const { sameAs, notSame, undo, undoRepair: repair } = options;
  const other = sameAs ?? notSame;
  if (repair !== undefined) return takeRepairBack(wanted, repair, options);
  requireDocuments(wanted, options, other);
  if (other !== undefined) return assignLink(wanted, other, options);
  if (undo) return takeBack(wanted, options);
  const { region, year, department, who = loginName() } = options;
  if (region === undefined && year === undefined && department === undefined) {
    throw new UsageError('请给出 --region、--year、--department 中的至少一项');
  }
  const { assignDocuments, previewAssign } = await import('../../app/assign-documents.js');
  const given = { region, year, department };
  await withStore(options, options.preview ? 'read' : 'change', async (store) => {
    const documents = await documentsMeant(store, wanted, options.where);
    if (options.preview) return preview(await previewAssign(store, documents, given));
    const number = await assignDocuments(store, documents, given, who);
    say(
      `已更新 ${documents.length} 份文档（第 ${number} 次指定，mingzhang assign --undo-repair ${number} 撤回）`,
    );
  });
}

async function whereMeant(conditions: string[]): Promise<ViewFilter> {
  const { parseWhere } = await import('../parse-where.js');
  return parseWhere(conditions);
}

/** @throws UsageError unless it is said which documents, in one way */
function requireDocuments(wanted: string[], { where }: AssignOptions, other: string | undefined): void {
  if (wanted.length === 0 && where === undefined) {
    throw new UsageError('请给出文档，或用 --where 给出条件');
  }
  if (wanted.length > 0 && where !== undefined) throw new UsageError('文档和 --where 只写一样');
  if (where !== undefined && other !== undefined) throw new UsageError('指定项目时不能用 --where');
}

async function documentsMeant(store: Store, wanted: string[], where?: ViewFilter): Promise<string[]> {
  if (where === undefined) {
    return [...new Set(await Promise.all(wanted.map((each) => documentMeant(store, each))))];
  }
  const { documentsWhere } = await import('../../app/assign-documents.js');
  const documents = await documentsWhere(store, where);
  if (documents.length === 0) throw new UsageError('没有符合条件的文档；用 mingzhang query documents 查看');
  return documents;
}

async function preview(documents: readonly AssignPreview[]): Promise<void> {
  const lines = documents.map(({ path, before, after }) => {
    const [was, is] = [subjectTitle(before), subjectTitle(after)];
    return was === is ? `${path}　${was}（不变）\n` : `${path}　${was} → ${is}\n`;
  });
  const changed = documents.filter(
    ({ before, after }) => subjectTitle(before) !== subjectTitle(after),
  ).length;
  await showLongText(lines.join(''), { full: true, pager: false });
  say(`${documents.length} 份文档，会改 ${changed} 份；还没有改，去掉 --preview 才改`);
}

async function takeBack(wanted: string[], options: AssignOptions): Promise<void> {
  refuseGiven(options);
  const { undoAssign } = await import('../../app/assign-documents.js');
  await withStore(options, 'change', async (store) => {
    const documents = await documentsMeant(store, wanted, options.where);
    await undoAssign(store, documents);
    say(`已撤回 ${documents.length} 份文档最近一次的指定`);
  });
}

async function takeRepairBack(wanted: string[], repair: number, options: AssignOptions): Promise<void> {
  refuseGiven(options);
  if (wanted.length > 0 || options.where !== undefined || options.undo) {
    throw new UsageError('--undo-repair 撤回整批，不必再写文档');
  }
  const { undoRepair } = await import('../../app/assign-documents.js');
  await withStore(options, 'change', async (store) => {
    say(`已撤回第 ${repair} 次指定，共 ${await undoRepair(store, repair)} 份文档`);
  });
}

function refuseGiven({ region, year, department, preview: only }: AssignOptions): void {
  if ([region, year, department, only].some((each) => each !== undefined)) {
    throw new UsageError('撤回时不必写 --region、--year、--department、--preview');
  }
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
