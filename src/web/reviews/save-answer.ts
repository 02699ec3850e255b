import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { answerFinding } from '../../app/review.js';
import { QueryError } from '../../model/facts/query-error.js';
import type { ReviewResult } from '../../model/ports/findings.js';
import type { Store } from '../../model/ports/store.js';
import { askedReason, REVIEW_STATES, reviewState } from '../../model/review.js';
import { readFindingQuery } from '../finding-query.js';
import { LONGEST_COMMENT, LONGEST_NAME } from '../parts/review-form.js';
import { ownPath } from '../safety/own-path.js';
import { nextAddress, rowBehind } from './next-finding.js';

const tooLong = (what: string, most: number) => `${what}太长，最多 ${most} 字`;

/** What every form of an answer sends. */
const answerFields = {
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
  back: z.string().default(''),
};

const sentSchema = z.object(answerFields).check(({ value, issues }) => {
  const message = askedReason(value);
  if (message !== null) issues.push({ code: 'custom', message, path: ['comment'], input: value.comment });
});

/** What every form of an answer says. */
export type SentAnswer = z.infer<typeof sentSchema>;

/** An answer to one finding. */
export interface Answer extends SentAnswer {
  /** When the answer the reviewer saw was given; null: there was none. */
  basedOn: string | null;
}

const LIST = '/findings';

/**
 * Reads what every form of an answer says.
 * @returns the answer, or what is wrong with it
 */
export function readSent(form: ReadonlyMap<string, string>): SentAnswer | string[] {
  const { data, error } = sentSchema.safeParse(Object.fromEntries(form));
  return data ?? error.issues.map(({ message }) => message);
}

/** @throws QueryError when the form says too little or too much */
export function readAnswer(form: ReadonlyMap<string, string>): Answer {
  const sent = readSent(form);
  if (Array.isArray(sent)) throw new QueryError(sent.join('；'));
  return { ...sent, basedOn: form.get('basedOn') || null };
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

/**
 * Where an answer leads: from the page of a finding to that of the next one, from the list to the row of the next one there.
 * @param back where it was given
 * @throws QueryError where that is no list of findings; before anything is stored
 */
export function readWayOn(store: Store, id: number, back: string): () => Promise<string> {
  const url = new URL(backAddress(back, id), 'http://site.invalid');
  const query = readFindingQuery(url.href);
  return () => (url.pathname === LIST ? rowBehind(store, id, query) : nextAddress(store, id, query));
}

/** Where an answer was given: a page of the findings, else the finding itself. */
export function backAddress(back: string, id: number): string {
  const own = `/findings/${id}`;
  const path = ownPath(back);
  return path !== null && /^\/findings(\/\d+)?(?=[?#]|$)/.test(path) ? path : own;
}
