import { z } from 'zod';
import { QueryError } from '../../../model/facts/query-error.js';
import { answerFields } from '../../reviews/save-answer.js';

/** What the form of an answer to several sends, besides the findings themselves: a reason is asked for. */
const batchSchema = z.object({
  ...answerFields,
  comment: answerFields.comment.refine((text) => text !== null, { error: '请写一个理由' }),
});

const FINDING_FIELD = /^f([1-9]\d{0,14})$/;

/** An answer with the findings it is given to: `f12`, whose value is when the answer the reviewer saw was given. */
export interface BatchAnswer extends z.infer<typeof batchSchema> {
  findings: { id: number; basedOn: string | null }[];
}

/** @throws QueryError when the form says too little or too much */
export function readBatch(form: ReadonlyMap<string, string>): BatchAnswer {
  const findings = [...form].flatMap(([name, value]) => {
    const id = FINDING_FIELD.exec(name)?.[1];
    return id === undefined ? [] : [{ id: Number(id), basedOn: value || null }];
  });
  const { data, error } = batchSchema.safeParse(Object.fromEntries(form));
  const faults = error?.issues.map(({ message }) => message) ?? [];
  if (findings.length === 0) faults.unshift('一条也没有勾选');
  if (data && faults.length === 0) return { ...data, findings };
  throw new QueryError(faults.join('；'));
}
