import { QueryError } from '../../../model/facts/query-error.js';
import { readSent, type SentAnswer } from '../../reviews/save-answer.js';

const FINDING_FIELD = /^f([1-9]\d{0,14})$/;

/** An answer with the findings it is given to: `f12`, whose value is when the answer the reviewer saw was given. */
export interface BatchAnswer extends SentAnswer {
  findings: { id: number; basedOn: string | null }[];
}

/** @throws QueryError when the form says too little or too much */
export function readBatch(form: ReadonlyMap<string, string>): BatchAnswer {
  const findings = [...form].flatMap(([name, value]) => {
    const id = FINDING_FIELD.exec(name)?.[1];
    return id === undefined ? [] : [{ id: Number(id), basedOn: value || null }];
  });
  const sent = readSent(form);
  const faults = Array.isArray(sent) ? [...sent] : [];
  if (findings.length === 0) faults.unshift('一条也没有勾选');
  if (Array.isArray(sent) || faults.length > 0) throw new QueryError(faults.join('；'));
  return { ...sent, findings };
}
