import type { PlanStep } from '../../../../src/model/disclosure.js';
import type { RecognizedForm } from '../../form/form.js';
import { evidenceOf } from '../../form/ledger.js';
import type { Owner } from '../../rows/table-type.js';
import { figureWithin } from '../../values/evidence.js';

/** The steps of a spending plan with their shares, in the order printed. */
export const assemblePlans = (form: RecognizedForm, owner: Owner): PlanStep[] =>
  form.plans.map(({ step, share }) => ({
    ...owner,
    step: step.cell.text.replace(/\s/g, ''),
    share: figureWithin(share.cell.text),
    printed: share.cell.text.trim(),
    evidence: evidenceOf(share),
  }));
