import type { Stage } from '../../src/model/facts/stages.js';
import { departmentKey } from '../parse/department/department-key.js';
import type { RecognizedForm, TextAt } from '../recognize/form/form.js';
import type { FormContext } from './form-context.js';

/** Forms of one department, stage and year within a document. */
export interface FormGroup {
  stage: Stage;
  department: TextAt | null;
  forms: { form: RecognizedForm; context: FormContext; index: number }[];
}

/**
 * Splits the forms of a document into disclosures: by stage (last year's 自评 beside this year's goals), by department (a
 * bureau's workbook holds eighty). A form that names no department belongs to the one before it, or to the first named.
 */
export function groupForms(forms: readonly RecognizedForm[], contexts: readonly FormContext[]): FormGroup[] {
  const groups = new Map<string, FormGroup>();
  const first = contexts.find((context) => context.department)?.department ?? null;
  let last = first;
  forms.forEach((form, index) => {
    const context = contexts[index];
    if (!context) return;
    const department = context.department ?? last;
    if (context.department) last = context.department;
    const key = `${context.stage}|${department ? (departmentKey(department.text, null) ?? department.text) : ''}`;
    const group = groups.get(key) ?? { stage: context.stage, department, forms: [] };
    group.forms.push({ form, context, index });
    groups.set(key, group);
  });
  return [...groups.values()];
}
