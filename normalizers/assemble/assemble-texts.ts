import type { TextItem, TextKind } from '../../src/model/disclosure.js';
import { surenessOf } from '../../src/model/grid.js';
import type { RecognizedForm } from '../recognize/form/form.js';
import { type CellAt, evidenceOf } from '../recognize/form/ledger.js';
import { isNothing } from '../recognize/words/cell-kinds.js';
import { labelText } from '../recognize/words/vocabulary.js';

const TEXT_FIELDS: Record<string, TextKind> = {
  'text.duties': 'duties',
  'text.overview': 'overview',
  'goal.actual': 'achievement',
  'text.deviation': 'deviation',
};

/** A dash or 无 is no reason for a deviation. */
const isBlank = ({ field, text }: RecognizedForm['fields'][number]): boolean =>
  text.trim() === '' || (field === 'text.deviation' && isNothing(text));

/** Long texts of a form: duties, overview, the goals of a whole department, and the narrative. */
export function assembleTexts(
  form: RecognizedForm,
  owner: Pick<TextItem, 'form' | 'project'>,
  goals: readonly CellTextValue[],
): TextItem[] {
  const texts: TextItem[] = form.fields
    .filter((value) => TEXT_FIELDS[value.field] && !isBlank(value))
    .map((value) => ({
      ...owner,
      kind: TEXT_FIELDS[value.field] ?? 'overview',
      heading: labelText(value.label).core || null,
      text: value.text.trim(),
      evidence: evidenceOf(value.at),
    }));
  for (const goal of goals) {
    texts.push({
      ...owner,
      kind: 'overall-goal',
      heading: labelText(goal.label).core || null,
      text: goal.text.trim(),
      evidence: evidenceOf(goal.at),
    });
  }
  for (const item of form.narrative) {
    texts.push({
      ...owner,
      kind: item.kind,
      heading: item.heading,
      text: item.text,
      evidence: {
        place: item.paragraph.place,
        quote: item.paragraph.text,
        block: item.block,
        cell: null,
        ...surenessOf(item.paragraph),
      },
    });
  }
  return texts;
}

interface CellTextValue {
  label: string;
  text: string;
  at: CellAt;
}
