import { type Command, Option } from 'commander';
import { nameIds } from '../../app/name-ids.js';
import { NAME_KIND_TITLES } from '../../model/names.js';
import type { NamesDecided } from '../../model/ports/names.js';
import type { Store } from '../../model/ports/store.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { loginName } from '../login-name.js';
import { parseCount, parseYear } from '../parse-options.js';
import { addResultOptions, boundRows, type ResultOptions, sayLeft, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
列出同一地区里印得不同、可能是同一个的部门，和同一部门同一年度同一阶段里印得不同的项目：相像程度、像在哪里、各见于何处。
由人决定是一个（merge）还是两个（apart）；决定过的不再列出，重新导入后仍然有效，随时可以撤回（undo）。
印的是什么照旧保留：合并只改部门的统一名称（department_key）和项目名称（project），所印的在 department、project_printed。
不同年度、阶段的两个项目是不是同一个，用 mingzhang assign p12 --same-as p45 指定。

例：
  mingzhang names --region 430204
  mingzhang names --kind 项目 --region 430204 --department 政法委
  mingzhang names merge 区信访办 区信访局 --region 430204
  mingzhang names merge p12 p45
  mingzhang names apart 教育局 教育体育局
  mingzhang names decided
  mingzhang names undo 3`;

const WORD_EXAMPLES: Record<'merge' | 'apart', string> = {
  merge: `
例：
  mingzhang names merge 区信访办 区信访局 --region 430204
  mingzhang names merge p12 p45`,
  apart: `
例：
  mingzhang names apart 教育局 教育体育局 --region 430204
  mingzhang names apart p12 p45`,
};

const KINDS: readonly string[] = Object.values(NAME_KIND_TITLES);

/** Options of `names`; the commands below it share them. */
interface NamesOptions extends StoreOption, ResultOptions {
  region?: string;
  year?: number;
  department?: string;
  kind?: string;
  limit?: number;
  who?: string;
}

const NO_CANDIDATES = '没有印得不同而可能是同一个的名称';

const OF_CANDIDATES = ['year', 'department', 'kind'];
const OF_A_LIST = [...OF_CANDIDATES, 'limit'];
const WITH_DEFAULTS = ['format', 'headers', 'output'];

export function namesCommand(): Command {
  const command = newCommand('names')
    .description('印得不同的部门、项目名称：列出像是同一个的，由人合并或分开')
    .option('--region <地区>', '行政区划代码或名称，含其下各级')
    .option('--year <年份>', '只列这一年度的', parseYear)
    .option('--department <部门>', '部门名称（可只写一部分）或部门统一名称')
    .addOption(new Option('--kind <类别>', '只列部门或项目').choices(KINDS))
    .option('--limit <行数>', '最多显示多少行', parseCount('--limit', 1))
    .option('--who <姓名>', '谁决定的（默认为登录名）')
    .addHelpText('after', helpText(EXAMPLES));
  return addResultOptions(command)
    .action((_: unknown, each: Command) => list(optionsOf(each, ['who'])))
    .addCommand(wordCommand('merge', '两个名称是一个：前一个并入后一个'))
    .addCommand(wordCommand('apart', '两个名称是两个：不再列为可能相同'))
    .addCommand(
      newCommand('undo', { options: [...OF_A_LIST, ...WITH_DEFAULTS, 'region', 'who'] })
        .description('撤回一条决定，一切恢复原样')
        .argument('<编号>', 'names decided 所列的编号')
        .addHelpText('after', helpText('\n例：\n  mingzhang names undo 3'))
        .action((number: string, _: unknown, each: Command) =>
          undo(number, optionsOf(each, [...OF_A_LIST, 'region', 'who'])),
        ),
    )
    .addCommand(
      newCommand('decided', { options: [...OF_CANDIDATES, 'region', 'who'] })
        .description('列出决定过的名称')
        .addHelpText('after', helpText('\n例：\n  mingzhang names decided --format csv --output 名称.csv'))
        .action((_: unknown, each: Command) => decided(optionsOf(each, [...OF_CANDIDATES, 'region', 'who']))),
    );
}

const wordCommand = (name: 'merge' | 'apart', description: string): Command =>
  newCommand(name, { options: [...OF_A_LIST, ...WITH_DEFAULTS] })
    .description(description)
    .argument('<名称>', '部门名称，或项目编号（如 p12）')
    .argument('<另一名称>', '部门名称，或项目编号')
    .addHelpText('after', helpText(WORD_EXAMPLES[name]))
    .action((one: string, other: string, _: unknown, each: Command) =>
      decide([one, other], name === 'merge', optionsOf(each, OF_A_LIST)),
    );

/** @throws UsageError on an option that means nothing to this command */
function optionsOf(command: Command, refused: readonly string[]): NamesOptions {
  const options = command.optsWithGlobals<NamesOptions & Record<string, unknown>>();
  const foreign = refused.filter((name) => options[name] !== undefined);
  const name = command.name() === 'names' ? 'names' : `names ${command.name()}`;
  if (foreign.length > 0)
    throw new UsageError(`${name} 没有选项 ${foreign.map((each) => `--${each}`).join('、')}`);
  return options;
}

async function list(options: NamesOptions): Promise<void> {
  const { region, year, department, kind } = options;
  const { departmentNameCandidates, projectNameCandidates } = await import('../../app/name-candidates.js');
  const { CANDIDATE_COLUMNS, candidateRow } = await import('../../report/names-table.js');
  await withStore(options, 'read', async (store) => {
    const filter = { region, year, department };
    const { sayUnknown } = await import('../say-unknown.js');
    const found = [
      ...(kind === NAME_KIND_TITLES.project ? [] : [await departmentNameCandidates(store, filter)]),
      ...(kind === NAME_KIND_TITLES.department ? [] : [await projectNameCandidates(store, filter)]),
    ];
    const rows = found.flatMap(({ candidates }) => candidates).map(candidateRow);
    if (rows.length === 0) await sayUnknown(store, filter);
    const { shown, left } = boundRows(rows, options);
    const named = options.format === 'table' ? await nameIds(store, shown, CANDIDATE_COLUMNS) : shown;
    await writeRows(named, CANDIDATE_COLUMNS, options, CANDIDATE_COLUMNS, NO_CANDIDATES);
    sayLeft(shown.length, left, '对');
    if (found.some(({ isCut }) => isCut))
      say('名称太多，只比了其中一部分；请用 --region、--department 缩小范围');
  });
}

async function decide(
  [one, other]: readonly [string, string],
  same: boolean,
  { region, who, db }: NamesOptions,
): Promise<void> {
  const { decideDepartmentNames, decideProjectNames } = await import('../../app/decide-name.js');
  const { projectMeant } = await import('../../app/project-meant.js');
  const isProject = (text: string): boolean => /^p\d+(-\d+)?$/.test(text);
  if (isProject(one) !== isProject(other)) {
    throw new UsageError('请写两个部门名称，或两个项目编号（如 p12 p45）');
  }
  const word = { same, who: who ?? loginName() };
  await withStore({ db }, 'change', async (store: Store) => {
    const result = isProject(one)
      ? await decideProjectNames(
          store,
          [await projectMeant(store, one), await projectMeant(store, other)],
          word,
        )
      : await decideDepartmentNames(store, { ...word, name: one, other }, region);
    sayDecided(result);
  });
}

function sayDecided({ decision: { id, name, other, same }, documents }: NamesDecided): void {
  const undone = `第 ${id} 条，mingzhang names undo ${id} 撤回`;
  say(
    same
      ? `已合并：${name.name} → ${other.name}，改动 ${documents} 份文档（${undone}）`
      : `已记为两个：${name.name}、${other.name}（${undone}）`,
  );
  if (documents > 0) say('疑点在下一次 mingzhang audit 时随之改变');
}

async function undo(text: string, { db }: NamesOptions): Promise<void> {
  if (!/^\d+$/.test(text)) throw new UsageError(`编号应为正整数，不能是 ${text}；见 mingzhang names decided`);
  const { undoNames } = await import('../../app/decide-name.js');
  await withStore({ db }, 'change', async (store) => {
    const { decision, documents } = await undoNames(store, Number(text));
    say(`已撤回第 ${text} 条（${decision.name.name}、${decision.other.name}），改动 ${documents} 份文档`);
    if (documents > 0) say('疑点在下一次 mingzhang audit 时随之改变');
  });
}

async function decided(options: NamesOptions): Promise<void> {
  const { DECISION_COLUMNS, decisionRow } = await import('../../report/names-table.js');
  await withStore(options, 'read', async (store) => {
    const rows = (await store.nameDecisions()).map(decisionRow);
    const { shown, left } = boundRows(rows, options);
    await writeRows(shown, DECISION_COLUMNS, options);
    sayLeft(shown.length, left, '条');
  });
}
