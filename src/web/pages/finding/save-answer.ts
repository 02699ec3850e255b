import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { answerFinding } from '../../../app/review.js';
import { QueryError } from '../../../model/facts/query-error.js';
import type { ReviewResult } from '../../../model/ports/findings.js';
import type { Store } from '../../../model/ports/store.js';
import { REVIEW_STATES, reviewState } from '../../../model/review.js';
import { LONGEST_COMMENT, LONGEST_NAME } from '../../parts/review-form.js';
import { ownPath } from '../../safety/own-path.js';

const tooLong = (what: string, most: number) => `${what}太长，最多 ${most} 字`;

/** What the form of an answer sends. */
const answerSchema = z.object({
  state: z.preprocess(
    (words) => (typeof words === 'string' ? (reviewState(words) ?? words) : words),
    z.enum(REVIEW_STATES, { error: '请选择结论' }),
  ),
  comment: z
    .string()
    .trim()
    .max(LONGEST_COMMENT, { error: tooLong('意见', LONGEST_COMMENT) })
    .default('')
    .transform((text) => text || null),
  who: z
    .string({ error: '请填写复核人' })
    .trim()
    .min(1, { error: '请填写复核人' })
    .max(LONGEST_NAME, { error: tooLong('复核人', LONGEST_NAME) }),
  basedOn: z
    .string()
    .default('')
    .transform((at) => at || null),
  back: z.string().default(''),
});

export type Answer = z.infer<typeof answerSchema>;

/** @throws QueryError when the form says too little or too much */
export function readAnswer(form: unknown): Answer {
  const { data, error } = answerSchema.safeParse(form);
  if (data) return data;
  throw new QueryError(error.issues.map(({ message }) => message).join('；'));
}

/**
 * Stores the answer on the finding with this id; `outdated` where somebody else has answered meanwhile.
 * @throws HTTPException 404 where there is no such finding
 */
export async function saveAnswer(
  store: Store,
  id: number,
  { back: _, ...answer }: Answer,
): Promise<Exclude<ReviewResult, { kind: 'unknown' }>> {
  const result = await answerFinding(store, `f${id}`, answer);
  if (result.kind === 'unknown') throw new HTTPException(404, { message: `库中没有疑点 f${id}` });
  return result;
}

/** Where to go after an answer: a page of the findings, else the finding itself. */
export function backAddress(back: string, id: number): string {
  const own = `/findings/${id}`;
  const path = ownPath(back);
  return path !== null && /^\/findings(\/\d+)?(?=[?#]|$)/.test(path) ? path : own;
}
