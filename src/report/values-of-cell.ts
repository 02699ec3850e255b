import type { Evidence } from '../model/disclosure.js';
import type { ReadDocument } from '../model/document.js';
import type { BlockCell } from '../model/find-place.js';
import { valueKey } from '../model/value-key.js';
import { fieldsOf, rowsOfKind, VALUE_TITLES } from './value-fields.js';

/** A value one of whose fields was read from a cell. */
export interface ValueOfCell {
  /** As in `/values/KEY`. */
  key: string;
  /** 指标, 项目 … */
  kind: string;
  name: string;
  /** Titles of the fields that were read from the cell. */
  fields: string[];
}

/**
 * The values that were read from a cell or paragraph, in the order of the document.
 * @param id of the document in the store
 */
export function valuesOfCell(
  { id, document }: { id: number; document: ReadDocument },
  { block, cell }: BlockCell,
): ValueOfCell[] {
  const isHere = (evidence: Evidence | undefined): boolean =>
    evidence?.block === block && evidence.cell === cell;
  return document.disclosures.flatMap((disclosure, at) =>
    KINDS.flatMap((kind) =>
      rowsOfKind(disclosure, kind).flatMap((item, index): ValueOfCell[] => {
        const fields = fieldsOf(item, disclosure);
        const read = fields.filter(([, , evidence]) => isHere(evidence)).map(([label]) => label);
        if (read.length === 0) return [];
        const name = fields.find(([label]) => label === VALUE_TITLES[kind])?.[1] ?? fields.at(-1)?.[1] ?? '';
        const key = valueKey(id, document, kind, at, index);
        return [{ key, kind: VALUE_TITLES[kind], name, fields: read }];
      }),
    ),
  );
}

const KINDS = ['project', 'budget', 'indicator', 'cost', 'work-plan', 'statement-item', 'said'] as const;
