import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { PlannedLetter } from '../../app/write-letters.js';
import { explainError } from '../../model/explain-error.js';
import { SEVERITIES, type Severity, severityMeant } from '../../model/facts/severities.js';
import { UserError } from '../../model/facts/user-error.js';
import { SUBJECT_FILTERS, type SubjectFilter, subjectAsked } from '../../model/filters.js';
import type { Store } from '../../model/ports/store.js';
import type { Template } from '../../report/letters/fill-template.js';
import { EVERY_PAPER, type PaperKind } from '../../report/letters/placeholders.js';
import { newCommand } from '../command.js';
import { addSubjectOptions } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseNames } from '../parse-options.js';
import { say } from '../say.js';
import { stopOnInterrupt } from '../stop-on-interrupt.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
核实函一个部门一份：公开了什么、哪里对不上、原文与出处、怎样算的、留待填写的核实意见。取证单一条疑点一份，原件还在时附所依据的原页。
都是 Word 文件；已说明、排除的疑点不写。文字与版式来自模板：用 --template-to 取出自带的模板，在 Word 或 WPS 里改好，再用 --template 指定。
模板里可用的占位符见 docs/letters.md。

例：
  mingzhang letter --to 核实函 --region 430204 --year 2024
  mingzhang letter --paper 取证单 --to 取证单 --department 教育局
  mingzhang letter f45 f46 --to 取证单
  mingzhang letter --template-to 我的核实函.docx
  mingzhang letter --template 我的核实函.docx --to 核实函`;

interface LetterOptions extends StoreOption, SubjectFilter {
  to?: string;
  paper?: PaperKind;
  template?: string;
  templateTo?: string;
  rule?: string[];
  severity?: Severity;
  all?: true;
}

export const letterCommand = (): Command =>
  addSubjectOptions(
    newCommand('letter')
      .description('写出核实函、取证单（Word）')
      .argument('[疑点...]', '只写这几条疑点的取证单，如 f45')
      .option('--to <文件夹>', '新的或空的文件夹')
      .addOption(new Option('--paper <文书>', '写哪一种，默认核实函').choices(EVERY_PAPER))
      .option('--template <文件>', '用这个模板（docx）')
      .option('--template-to <文件>', '把自带的模板写到这个文件，供修改')
      .option('--rule <规则>', '只写这些规则的疑点，以逗号分隔', parseNames)
      .addOption(
        new Option('--severity <程度>', '只写这个程度的疑点（错误、提醒、提示）')
          .choices(SEVERITIES)
          .argParser(parseSeverity),
      )
      .option('--all', '连同复核为已说明、排除的疑点'),
  )
    .addHelpText('after', helpText(EXAMPLES))
    .action(runLetter);

function parseSeverity(words: string): Severity {
  const severity = severityMeant(words);
  if (severity) return severity;
  throw new UsageError(`--severity 没有程度 ${words}`, { unknown: { word: words, known: SEVERITIES } });
}

async function runLetter(ids: string[], options: LetterOptions): Promise<void> {
  const { to, templateTo } = options;
  const paper = paperMeant(ids, options);
  if (templateTo !== undefined) return writeTemplate(paper, templateTo, options);
  if (to === undefined) throw new UsageError('请用 --to 指定写到哪个文件夹；只取模板用 --template-to');
  const template = await templateGiven(paper, options.template);
  await withStore(options, 'read', async (store) => {
    const { openPageDrawer } = await import('../../pipeline/drawing/page-drawer.js');
    const { writeLetters } = await import('../../app/write-letters.js');
    const drawer = openPageDrawer(store);
    const interrupt = stopOnInterrupt('正在停下，没有写完的不留下');
    try {
      await requireAudited(store);
      const letters =
        paper === '核实函'
          ? await plannedLetters(store, template, options)
          : await plannedSlips(store, { template, drawer, date: new Date() }, ids, options);
      if (letters.length === 0) return say('没有要写的：所给范围里没有待核实的疑点');
      const { signal } = interrupt;
      await writeLetters(store, to, letters, { signal, written: sayProgress });
      say(`已写入 ${to}：${paper} ${letters.length} 份`);
    } finally {
      interrupt.end();
      await drawer.close();
    }
  });
}

/** Ids ask for 取证单. */
function paperMeant(ids: readonly string[], { paper, ...options }: LetterOptions): PaperKind {
  if (ids.length === 0) return paper ?? '核实函';
  if (paper === '核实函') throw new UsageError('核实函按部门写，不按疑点；请用 --region、--department 指定');
  const narrowed = ([...SUBJECT_FILTERS, 'rule', 'severity', 'all'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (narrowed) throw new UsageError(`已经给出疑点，不能再用 --${narrowed}`);
  return '取证单';
}

async function writeTemplate(paper: PaperKind, file: string, { to, template }: LetterOptions): Promise<void> {
  if (to !== undefined || template !== undefined) {
    throw new UsageError('--template-to 只写出自带的模板，不与 --to、--template 同用');
  }
  const { ownTemplate } = await import('../../report/letters/fill-template.js');
  try {
    writeFileSync(file, ownTemplate(paper).bytes, { flag: 'wx' });
  } catch (error) {
    throw new UserError(`模板写不进 ${file}：${explainError(error)}；没有覆盖已有的文件`, { cause: error });
  }
  say(`自带的${paper}模板已写入 ${file}；改好后用 --template ${file} 指定`);
}

async function templateGiven(paper: PaperKind, file: string | undefined): Promise<Template> {
  const { ownTemplate } = await import('../../report/letters/fill-template.js');
  if (file === undefined) return ownTemplate(paper);
  const { checkTemplate } = await import('../../report/letters/check-template.js');
  const { PAPERS } = await import('../../report/letters/placeholders.js');
  const template = { name: basename(file), bytes: readTemplate(file) };
  checkTemplate(template.bytes, template.name, PAPERS[paper].placeholders);
  return template;
}

function readTemplate(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UserError(`读不了模板 ${file}：${explainError(error)}`, { cause: error });
  }
}

/** What has never been looked at has no findings, which says nothing. */
async function requireAudited(store: Store): Promise<void> {
  if ((await store.latestCounts()).length === 0) {
    throw new UserError('库还没有核查过，没有可写的疑点；请先运行 mingzhang audit');
  }
}

async function plannedLetters(
  store: Store,
  template: Template,
  { rule, severity, all, ...options }: LetterOptions,
): Promise<PlannedLetter[]> {
  const { auditScope } = await import('../../app/audit-scope.js');
  const { addresseesOf, letterTo } = await import('../../app/letters.js');
  const scope = await auditScope(store, { ...subjectAsked(options), rules: rule });
  const asked = { scope, wanted: { severity, all }, template, date: new Date() };
  const { addressees, unassigned } = await addresseesOf(store, asked);
  if (unassigned > 0) {
    say(`有 ${unassigned} 条疑点地区或部门未定，不知写给谁，没有写；可用 mingzhang assign 指定`);
  }
  return addressees.map((addressee) => ({
    name: `核实函-${addressee.region}-${addressee.department}`,
    make: (from) => letterTo(from, addressee, asked),
  }));
}

async function plannedSlips(
  store: Store,
  asked: import('../../app/evidence-slip.js').SlipAsked,
  ids: readonly string[],
  { rule, severity, all, ...options }: LetterOptions,
): Promise<PlannedLetter[]> {
  const { slipOf } = await import('../../app/evidence-slip.js');
  const { findingsInScope, listedFindings } = await import('../../app/findings-in-scope.js');
  const { auditScope } = await import('../../app/audit-scope.js');
  const scope = await auditScope(store, { ...subjectAsked(options), rules: rule });
  const numbers = [...new Set(ids.map(findingNumber))];
  if (ids.length === 0) {
    const listed = listedFindings(findingsInScope(store, scope), { severity, all });
    for await (const { id } of listed) numbers.push(Number(id));
  }
  return numbers.map((number) => ({
    name: `取证单-f${number}`,
    make: async (from) => (await slipOf(from, number, asked)).bytes,
  }));
}

function findingNumber(id: string): number {
  const [, digits] = /^f?(\d{1,15})$/.exec(id) ?? [];
  if (digits === undefined) throw new UsageError(`疑点的编号写作 f45，不能是 ${id}`);
  return Number(digits);
}

/** Letters between two words of how far it is. */
const SAID_EVERY = 20;

function sayProgress(done: number, of: number): void {
  if (done % SAID_EVERY === 0 && done < of) say(`已写 ${done}/${of}`);
}
