import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import { REVIEW_STATE_TEXT, REVIEW_STATES, type ReviewState } from '../../model/review.js';
import type { Column, Row } from '../../report/row.js';
import type { Store } from '../../store/open-store.js';
import type { NewReview, ReviewResult } from '../../store/save-reviews.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
状态：${REVIEW_STATES.map((state) => `${state} ${REVIEW_STATE_TEXT[state].title}`).join('、')}

例：
  mingzhang audit review
  mingzhang audit review list --state open
  mingzhang audit review set f45 --state explained --comment 局里说明为跨年项目 --who 张三
  mingzhang audit --format xlsx --output 清单.xlsx
  mingzhang audit review --from 清单.xlsx`;

const COLUMNS: Column[] = [
  { name: 'id', title: '编号', whole: true },
  { name: 'fingerprint', title: '疑点指纹', whole: true },
  { name: 'state', title: '处理状态', whole: true },
  { name: 'comment', title: '处理意见' },
  { name: 'who', title: '复核人' },
  { name: 'at', title: '复核时间', whole: true },
  { name: 'reported', title: '仍在报告' },
  { name: 'severity', title: '程度' },
  { name: 'region', title: '地区' },
  { name: 'year', title: '年度' },
  { name: 'department', title: '部门' },
  { name: 'project', title: '项目' },
  { name: 'rule', title: '规则' },
  { name: 'message', title: '说明' },
];
const IN_TABLE = ['id', 'state', 'comment', 'who', 'severity', 'region', 'department', 'message'];

interface ListOptions extends StoreOption, ResultOptions {
  state?: ReviewState;
}

interface SetOptions extends StoreOption {
  state: ReviewState;
  comment?: string;
  who?: string;
}

/** `audit review`: what reviewers answered, and their answers taken in. */
export function auditReviewCommand(): Command {
  const command = newCommand('review')
    .description('复核结论：列出、填写，或读回填好的工作簿')
    .enablePositionalOptions()
    .option('--from <工作簿>', '读回 audit --format xlsx 写出、由复核人填好的工作簿')
    .option('--who <姓名>', '复核人，工作簿中没有填写时用（默认为登录名）')
    .addHelpText('after', EXAMPLES)
    .action(({ from, who, ...options }: ListOptions & { from?: string; who?: string }) =>
      from === undefined ? list(options) : takeIn(from, who, options),
    )
    .addCommand(addListOptions(newCommand('list').description('列出疑点及其复核结论')).action(list))
    .addCommand(setCommand());
  return addListOptions(command);
}

const stateOption = (): Option => new Option('--state <状态>', '复核状态').choices(REVIEW_STATES);

const addListOptions = (command: Command): Command => addResultOptions(command.addOption(stateOption()));

const setCommand = (): Command =>
  newCommand('set')
    .description('填写一条疑点的复核结论')
    .argument('<疑点>', '编号（如 f45）或疑点指纹')
    .addOption(stateOption().makeOptionMandatory())
    .option('--comment <意见>', '处理意见')
    .option('--who <姓名>', '复核人（默认为登录名）')
    .action((finding: string, options: SetOptions) =>
      withStore(options, 'write', (store) => set(store, finding, options)),
    );

async function list({ state, ...options }: ListOptions): Promise<void> {
  await withStore(options, 'read', async (store) => {
    const rows = store.listReviews(state).map((each): Row => ({ ...each }));
    const shown = options.format === 'table' ? rows.map(readable) : rows;
    const inTable = COLUMNS.filter(({ name }) => IN_TABLE.includes(name));
    await writeRows(shown, COLUMNS, options, inTable);
  });
}

const readable = (row: Row): Row => ({
  ...row,
  id: `f${row.id}`,
  state: REVIEW_STATE_TEXT[row.state as ReviewState].title,
});

function set(store: Store, finding: string, { state, comment, who }: SetOptions): void {
  const review = {
    fingerprint: fingerprintOf(store, finding),
    state,
    comment: comment ?? null,
    who: who ?? loginName(),
  };
  const [result] = store.saveReviews([review]);
  if (result?.kind === 'unknown')
    throw new UsageError(`库中没有疑点 ${finding}；运行 mingzhang audit review 查看`);
  say(`${finding} ${REVIEW_STATE_TEXT[state].title}${result?.kind === 'unchanged' ? '（与库中相同）' : ''}`);
}

/** Fingerprints are hex digits, and may look like an id. */
function fingerprintOf(store: Store, finding: string): string {
  if (!/^f\d{1,15}$/.test(finding)) return finding;
  const located = store.locate(finding);
  return located.kind === 'finding' ? located.finding.fingerprint : finding;
}

async function takeIn(file: string, who: string | undefined, options: StoreOption): Promise<void> {
  const { answers, problems, found } = await readFrom(file);
  if (!found) throw new UsageError(`${file} 中没有带“疑点指纹”和“处理状态”两列的工作表`);
  await withStore(options, 'write', (store) => {
    const results = store.saveReviews(
      answers.map((answer): NewReview => ({ ...answer, who: answer.who ?? who ?? loginName() })),
    );
    const refused = results.flatMap((result, index) => describeRefusal(result, answers[index]?.at ?? ''));
    const count = (kind: ReviewResult['kind']): number => results.filter((each) => each.kind === kind).length;
    for (const line of [...problems, ...refused]) say(line);
    say(
      `读回 ${file}：写入 ${count('saved')} 条，与库中相同 ${count('unchanged')} 条，未采用 ${problems.length + refused.length} 处`,
    );
    if (problems.length + refused.length > 0) process.exitCode = EXIT.notAllRead;
  });
}

async function readFrom(file: string) {
  const { readAnswers } = await import('../../report/audit-workbook/read-answers.js');
  try {
    return readAnswers(await readFile(file));
  } catch (error) {
    throw new UsageError(`读不出 ${file}：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function describeRefusal(result: ReviewResult, at: string): string[] {
  if (result.kind === 'unknown') return [`${at}：库中没有指纹为 ${result.review.fingerprint} 的疑点`];
  if (result.kind !== 'outdated') return [];
  const { state, who, at: when } = result.stored;
  return [
    `${at}：${who} 已在 ${when.slice(0, 16).replace('T', ' ')} 复核为“${REVIEW_STATE_TEXT[state].title}”，晚于这份工作簿，未采用`,
  ];
}

const loginName = (): string => userInfo().username;
