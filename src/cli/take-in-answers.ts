import { systemFault, withDetail } from '../model/explain-error.js';
import type { NewReview, ReviewResult } from '../model/ports/findings.js';
import { REVIEW_STATE_TEXT } from '../model/review.js';
import { EXIT } from './exit-codes.js';
import { loginName } from './login-name.js';
import { say } from './say.js';
import { type StoreOption, withStore } from './store-option.js';
import { UsageError } from './usage-error.js';

/**
 * Stores the reviewer's answers of a workbook that came back and says what became of them; whatever was not taken in is named
 * row by row, and the command then ends with exit code 3.
 * @param who stands for the reviewer in rows that name none
 * @throws UsageError when the file is no workbook with answers
 */
export async function takeInAnswers(
  file: string,
  { who, db }: StoreOption & { who?: string },
): Promise<void> {
  const { answers, problems, found } = await readFrom(file);
  if (!found) throw new UsageError(`${file} 中没有带“疑点指纹”和“处理状态”两列的工作表`);
  await withStore({ db }, 'write', (store) => {
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
  const { readAnswers } = await import('../report/audit-workbook/read-answers.js');
  const { requireRegular } = await import('../pipeline/files/open-regular.js');
  const { readWholeFile } = await import('../pipeline/files/read-whole-file.js');
  await requireRegular(file);
  try {
    return readAnswers((await readWholeFile(file)) ?? new Uint8Array());
  } catch (error) {
    const fault =
      systemFault(error) ?? withDetail('不是完好的工作簿；请重新下载，或打开后另存为 xlsx', error);
    throw new UsageError(`读不出 ${file}：${fault}`, { cause: error });
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
