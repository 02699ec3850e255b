import type { Form, FormCertainty, FormState } from '../../src/model/disclosure.js';
import type { CellClaim } from '../../src/model/document.js';
import type { RecognizedForm } from '../recognize/form/form.js';
import type { FormContext } from './form-context.js';

/** Kinds that are prose have no indicators. */
const isProse = ({ kind }: FormContext): boolean => kind === 'narrative' || kind === 'evaluation-report';

/** Below these a form counts as read in part only. */
const MIN_CLAIMED = 0.9;
const MIN_ROWS_THAT_FIT = 0.8;

/** How sure the reading of a form is: cells accounted for, fields found, rows that fit the header. */
export function certaintyOf(
  form: RecognizedForm,
  context: FormContext,
  claims: readonly CellClaim[],
  hasProject: boolean,
): FormCertainty {
  const unclaimed = claims.filter((claim) => claim.status === 'unclaimed').length;
  const missing: string[] = [];
  if (/^project/.test(context.kind) && !hasProject) missing.push('project.name');
  if (context.kind !== 'summary' && !isProse(context) && form.indicators.length === 0) {
    missing.push('indicators');
  }
  const { fit, all } = form.rowsThatFit;
  return {
    claimed: claims.length === 0 ? 1 : 1 - unclaimed / claims.length,
    missing,
    rowsThatFit: all === 0 ? 1 : fit / all,
  };
}

/** A form without any figure, goal, project or indicator is a blank template; names of departments alone fill nothing. */
export const isTemplate = (form: RecognizedForm): boolean =>
  form.projects.every((row) => row.kind === 'total') &&
  form.indicators.length === 0 &&
  form.narrative.length === 0 &&
  form.evaluation === null &&
  form.workPlan.length === 0 &&
  form.budgetColumns.length === 0 &&
  form.costs.length === 0 &&
  form.execution.length === 0 &&
  form.fields.every((value) => /^(department|agency)\./.test(value.field) || value.text.trim() === '');

/** A form read with gaps is partial. */
export function stateOf(form: RecognizedForm, { certainty }: Form): FormState {
  if (isTemplate(form)) return 'template';
  const { claimed, missing, rowsThatFit } = certainty;
  const gaps = claimed < MIN_CLAIMED || rowsThatFit < MIN_ROWS_THAT_FIT || missing.includes('project.name');
  return gaps ? 'partial' : 'filled';
}
