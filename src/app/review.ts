import { systemFault, withDetail } from '../model/explain-error.js';
import { UserError } from '../model/facts/user-error.js';
import type { NewReview, ReviewResult } from '../model/ports/findings.js';
import type { Store } from '../model/ports/store.js';
import { askedReason, REVIEW_STATE_TEXT, type Review } from '../model/review.js';
import { requireRegular } from '../pipeline/files/open-regular.js';
import { readWholeFile } from '../pipeline/files/read-whole-file.js';
import { readAnswers } from '../report/audit-workbook/read-answers.js';
import { showTime } from '../report/show-time.js';

/**
 * Stores a reviewer's answer on one finding.
 * @param finding its id (`f45`) or its fingerprint
 * @param answer without a comment the one that stands is kept
 * @throws UserError where an answer that needs a reason has none
 * @returns what became of it; `unknown` where the store has no such finding, `outdated` where somebody answered meanwhile
 */
export async function answerFinding(
  store: Store,
  finding: string,
  { comment, ...answer }: Omit<NewReview, 'fingerprint' | 'comment'> & { comment?: string | null },
): Promise<ReviewResult> {
  const fingerprint = await fingerprintOf(store, finding);
  const kept = comment === undefined ? ((await store.reviews()).get(fingerprint)?.comment ?? null) : comment;
  const missing = askedReason({ state: answer.state, comment: kept });
  if (missing !== null) throw new UserError(missing);
  const review = { ...answer, fingerprint, comment: kept };
  return (await store.saveReviews([review]))[0] ?? { kind: 'unknown', review };
}

/** What became of one answer given to several findings. */
export interface AnsweredTogether {
  /** Number of the answers saved, by which they can be taken back; null where none was. */
  batch: number | null;
  saved: number;
  /** Answered by somebody else since the reviewer looked, with that answer; left as they are. */
  outdated: { id: number; stored: Review }[];
}

/**
 * Stores the same answer on several findings, as one act that can be taken back as one.
 * @param findings numbers of findings, each with `at` of the answer the reviewer saw, null where there was none
 * @throws UserError where the store has no finding of one of the numbers; nothing is stored then
 */
export async function answerTogether(
  store: Store,
  findings: readonly { id: number; basedOn: string | null }[],
  answer: Pick<NewReview, 'state' | 'comment' | 'who'>,
): Promise<AnsweredTogether> {
  const rows = await Promise.all(findings.map(({ id }) => store.reviewedFinding(id)));
  const known = findings.flatMap(({ id, basedOn }, index) => {
    const row = rows[index];
    return row ? [{ id, review: { ...answer, fingerprint: row.fingerprint, basedOn } }] : [];
  });
  const unknown = findings.flatMap(({ id }, index) => (rows[index] ? [] : [id]));
  if (unknown.length > 0) {
    throw new UserError(`库中没有疑点 ${unknown.map((id) => `f${id}`).join('、')}，一条也没有答复`);
  }
  const results = await store.saveReviews(known.map(({ review }) => review));
  const saved = results.flatMap((result) => (result.kind === 'saved' ? [result.batch] : []));
  return {
    batch: saved[0] ?? null,
    saved: saved.length,
    outdated: results.flatMap((result, index) =>
      result.kind === 'outdated' ? [{ id: known[index]?.id ?? 0, stored: result.stored }] : [],
    ),
  };
}

/** Fingerprints are hex digits, and may look like an id. */
async function fingerprintOf(store: Store, finding: string): Promise<string> {
  const digits = /^f?(\d{1,15})$/.exec(finding)?.[1];
  if (digits === undefined) return finding;
  return (await store.reviewedFinding(Number(digits)))?.fingerprint ?? finding;
}

/** What became of the answers of a workbook. */
export interface AnswersTaken {
  saved: number;
  /** As the store had them already. */
  unchanged: number;
  /** Every row that was not taken in, with the reason, for people. */
  refused: string[];
}

/**
 * Stores the reviewers' answers of a workbook that came back.
 * @param who stands for the reviewer in rows that name none
 * @throws UserError when the file is no workbook with answers
 */
export async function takeInAnswers(store: Store, file: string, who: string): Promise<AnswersTaken> {
  const { answers: given, problems, found } = await readFrom(file);
  if (!found) throw new UserError(`${file} 中没有带“疑点指纹”和“处理状态”两列的工作表`);
  const stored = await store.reviews();
  const reasons = given.map((each) =>
    stored.get(each.fingerprint)?.state === each.state ? null : askedReason(each),
  );
  const answers = given.filter((_, index) => reasons[index] === null);
  const unreasoned = given.flatMap(({ at }, index) =>
    reasons[index] ? [`${at}：${reasons[index]}，未采用`] : [],
  );
  const results = await store.saveReviews(answers.map((answer) => ({ ...answer, who: answer.who ?? who })));
  const count = (kind: ReviewResult['kind']): number => results.filter((each) => each.kind === kind).length;
  const refused = results.flatMap((result, index) => describeRefusal(result, answers[index]?.at ?? ''));
  return {
    saved: count('saved'),
    unchanged: count('unchanged'),
    refused: [...problems, ...unreasoned, ...refused],
  };
}

async function readFrom(file: string): Promise<ReturnType<typeof readAnswers>> {
  await requireRegular(file);
  try {
    return readAnswers((await readWholeFile(file)) ?? new Uint8Array());
  } catch (error) {
    const fault =
      systemFault(error) ?? withDetail('不是完好的工作簿；请重新下载，或打开后另存为 xlsx', error);
    throw new UserError(`读不出 ${file}：${fault}`, { cause: error });
  }
}

function describeRefusal(result: ReviewResult, at: string): string[] {
  if (result.kind === 'unknown') return [`${at}：库中没有指纹为 ${result.review.fingerprint} 的疑点`];
  if (result.kind !== 'outdated') return [];
  const { state, who, at: when } = result.stored;
  return [
    `${at}：${who} 已在 ${showTime(when)} 复核为“${REVIEW_STATE_TEXT[state].title}”，晚于这份工作簿，未采用`,
  ];
}
