import type { Command } from 'commander';
import { nameIds } from '../../app/name-ids.js';
import { tellRules } from '../../app/tell-rules.js';
import {
  REVIEW_STATE_TEXT,
  REVIEW_STATES,
  REVIEW_WORDS,
  type ReviewState,
  reviewState,
} from '../../model/review.js';
import { AUDIT_ONLY } from '../audit-only.js';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { helpText } from '../help-text.js';
import { loginName } from '../login-name.js';
import { boundRows, type ResultOptions, sayLeft, writeRows } from '../result-options.js';
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

const IN_TABLE = ['id', 'state', 'comment', 'who', 'severity', 'region', 'department', 'message'];

const LIST_EXAMPLES = `
例：
  mingzhang audit review list --state open
  mingzhang audit review list --format csv --output 复核.csv`;

const SET_EXAMPLES = `
例：
  mingzhang audit review set f45 --state dismissed --comment 附表另有说明 --who 张三`;

/** Options of `review` and of `audit` above it; the commands below `review` share them. */
interface ReviewOptions extends StoreOption, ResultOptions {
  from?: string;
  state?: ReviewState;
  comment?: string;
  who?: string;
  limit?: number;
}

/** Options of `audit` that mean nothing here; to ignore them would answer another question than was asked. */
const NOT_HERE = [...AUDIT_ONLY, 'again', 'queue'];
const FORMATS = ['table', 'csv', 'json'];
/** Options of `review` that mean nothing to the commands below it. */
const NOT_IN_LIST = ['from', 'comment', 'who'];
const NOT_IN_SET = ['from', 'limit'];
/** They have defaults, so that nobody can tell whether they were given; an answer is no list. */
const OF_A_LIST = ['format', 'headers', 'output'];

function parseState(words: string): ReviewState {
  const state = reviewState(words);
  if (state) return state;
  throw new UsageError(`--state 应为 ${REVIEW_WORDS} 之一，不能是 ${words}`, {
    unknown: { word: words, known: REVIEW_STATES.flatMap((each) => [each, REVIEW_STATE_TEXT[each].title]) },
  });
}

/** `audit review`: what reviewers answered, and their answers taken in. */
export const auditReviewCommand = (): Command =>
  newCommand('review', { options: NOT_HERE, choices: { format: FORMATS } })
    .description('复核结论：列出、填写，或读回填好的工作簿')
    .option('--from <工作簿>', '读回 audit --format xlsx 写出、由复核人填好的工作簿')
    .option('--state <状态>', '只列这个状态的；set 时为要填的状态', parseState)
    .option('--comment <意见>', 'set 时的处理意见')
    .option('--who <姓名>', '复核人，工作簿中没有填写时用（默认为登录名）')
    .addHelpText('after', helpText(EXAMPLES))
    .action((_: unknown, command: Command) => {
      const options = optionsOf(command);
      return options.from === undefined ? list(options) : takeIn(options.from, options);
    })
    .addCommand(
      newCommand('list', { options: [...NOT_HERE, ...NOT_IN_LIST], choices: { format: FORMATS } })
        .description('列出疑点及其复核结论')
        .addHelpText('after', helpText(LIST_EXAMPLES))
        .action((_: unknown, command: Command) => list(optionsOf(command, NOT_IN_LIST))),
    )
    .addCommand(
      newCommand('set', { options: [...NOT_HERE, ...NOT_IN_SET, ...OF_A_LIST] })
        .description('填写一条疑点的复核结论')
        .addHelpText('after', helpText(SET_EXAMPLES))
        .argument('<疑点>', '编号（如 f45）或疑点指纹')
        .action((finding: string, _: unknown, command: Command) =>
          set(finding, optionsOf(command, NOT_IN_SET)),
        ),
    );

/**
 * @param refused options of `review` that mean nothing to the command below it
 * @throws UsageError on an option of `audit` or `review` that means nothing here
 */
function optionsOf(command: Command, refused: readonly string[] = []): ReviewOptions {
  const options = command.optsWithGlobals<ReviewOptions & Record<string, unknown>>();
  const foreign = [...NOT_HERE, ...refused].filter((name) => options[name] !== undefined);
  const name = ['audit review', ...(command.name() === 'review' ? [] : [command.name()])].join(' ');
  if (foreign.length > 0) throw new UsageError(`${name} 没有选项 ${foreign.map(flag).join('、')}`);
  if (!FORMATS.includes(options.format)) {
    throw new UsageError(`audit review 的 --format 应为 ${FORMATS.join('、')}，不能是 ${options.format}`);
  }
  return options;
}

const flag = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

async function list(options: ReviewOptions): Promise<void> {
  const { REVIEW_COLUMNS, reviewRow } = await import('../../report/review-table.js');
  await withStore(options, 'read', async (store) => {
    const rows = (await store.listReviews({ state: options.state, all: true })).map((each) =>
      reviewRow({ ...each }),
    );
    const { shown: listed, left } = boundRows(rows, options);
    const columns = await tellRules(REVIEW_COLUMNS);
    const inTable = columns.filter(({ name }) => IN_TABLE.includes(name));
    const shown = options.format === 'table' ? await nameIds(store, listed, inTable) : listed;
    await writeRows(shown, columns, options, inTable);
    sayLeft(shown.length, left, '条');
  });
}

/** @throws UsageError without a state, and on a finding the store does not have */
async function set(finding: string, { state, comment, who, db }: ReviewOptions): Promise<void> {
  if (state === undefined) throw new UsageError(`请用 --state 给出状态：${REVIEW_WORDS}`);
  const { answerFinding } = await import('../../app/review.js');
  await withStore({ db }, 'change', async (store) => {
    const answer = { state, comment, who: who ?? loginName() };
    const result = await answerFinding(store, finding, answer);
    if (result.kind === 'unknown') {
      throw new UsageError(`库中没有疑点 ${finding}；运行 mingzhang audit review 查看`);
    }
    say(`${finding} ${REVIEW_STATE_TEXT[state].title}${result.kind === 'unchanged' ? '（与库中相同）' : ''}`);
  });
}

/** Whatever was not taken in is named row by row; the command then ends with exit code 3. */
async function takeIn(file: string, { who, db }: ReviewOptions): Promise<void> {
  const { takeInAnswers } = await import('../../app/review.js');
  const { requireRegular } = await import('../../pipeline/files/open-regular.js');
  await requireRegular(file);
  await withStore({ db }, 'change', async (store) => {
    const { saved, unchanged, refused } = await takeInAnswers(store, file, who ?? loginName());
    for (const line of refused) say(line);
    say(`读回 ${file}：写入 ${saved} 条，与库中相同 ${unchanged} 条，未采用 ${refused.length} 处`);
    if (refused.length > 0) process.exitCode = EXIT.notAllRead;
  });
}
