import type { Particular, Project } from '../../src/model/disclosure.js';
import type { RecognizedForm } from '../recognize/form/form.js';
import { evidenceOf } from '../recognize/form/ledger.js';
import { TABLE_TYPES } from '../recognize/tables/table-types.js';

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
        (isParticular(field) ||
          (field === 'agency.name' && evidence.place !== project?.evidence.agency?.place)),
    );

const OF_FORM = /^(department\.(code|superior|finance|size)|agency\.code)$/;

/** What no section holds: of the form itself, or of a type of table that says so. */
const isParticular = (field: string): boolean =>
  OF_FORM.test(field) || TABLE_TYPES.some(({ particulars }) => particulars?.test(field));
