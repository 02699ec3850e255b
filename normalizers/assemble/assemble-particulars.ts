import type { Particular, Project } from '../../src/model/disclosure.js';
import type { RecognizedForm } from '../recognize/form/form.js';
import { evidenceOf } from '../recognize/form/ledger.js';

/** What a form prints beside its sections; 实施单位 too, but for the cell that is its project's. */
export const assembleParticulars = (form: RecognizedForm, project: Project | null): Particular[] =>
  form.fields
    .map(({ field, label, text, at }) => ({
      field,
      label: label.trim(),
      text: text.trim(),
      evidence: evidenceOf(at),
    }))
    .filter(
      ({ field, text, evidence }) =>
        text !== '' &&
        (PARTICULARS.test(field) ||
          (field === 'agency.name' && evidence.place !== project?.evidence.agency?.place)),
    );

const PARTICULARS = /^(department\.(code|superior|finance|size)|agency\.code|execution\.\w+)$/;
