import { HTTPException } from 'hono/http-exception';
import type { Operand } from '../../../model/finding.js';
import type { Located } from '../../../model/ports/questions.js';
import type { FactLine } from '../../../report/fact-lines.js';
import { subjectFacts } from '../../../report/subject-facts.js';
import { fieldsOf, rowsOfKind, VALUE_TITLES } from '../../../report/value-fields.js';
import { readSources, type Sources } from '../../parts/source/read-sources.js';
import type { Site } from '../../site.js';

/** A field of the value; `number` is that of its operand in `shown`. */
export interface ShownField {
  label: string;
  value: string;
  number: number | null;
}

export interface ShownValue {
  /** 指标, 项目 … */
  kind: string;
  fields: ShownField[];
  subject: FactLine[];
  shown: Sources;
}

/** A row of a view with its fields, and where each was printed. @throws HTTPException 404 where the store lost it meanwhile */
export async function readValue(
  site: Site,
  located: Exclude<Located, { kind: 'document' | 'finding' }>,
): Promise<ShownValue> {
  const document = await site.store.load(located.sha256);
  const disclosure = document?.disclosures[located.disclosure];
  const item = disclosure && rowsOfKind(disclosure, located.kind)[located.index];
  if (!document || !disclosure || !item) throw new HTTPException(404, { message: '这个值已不在库中' });
  const operands: Operand[] = [];
  const fields = fieldsOf(item, disclosure).flatMap(([label, value, evidence]): ShownField[] => {
    if (value === null || value === undefined) return [];
    if (evidence) operands.push({ label, evidence, document: document.sha256 });
    return [{ label, value, number: evidence ? operands.length : null }];
  });
  return {
    kind: VALUE_TITLES[item.kind],
    fields,
    subject: subjectFacts(document, disclosure),
    shown: await readSources(site, operands),
  };
}
