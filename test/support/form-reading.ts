import type { FormReading } from '../../src/audit/verdicts/form-reading.js';
import type { Form } from '../../src/model/disclosure.js';

/** A form read without doubt, changed where a test needs it. */
export function readingOf({
  decimals = {},
  form = {},
}: {
  decimals?: FormReading['decimals'];
  form?: Partial<Form>;
}): FormReading {
  return {
    decimals,
    unseen: new Set(),
    form: {
      index: 0,
      kind: 'project',
      state: 'filled',
      title: null,
      disclosure: 0,
      blocks: [0],
      project: null,
      total: null,
      costTotal: null,
      parentAmount: null,
      certainty: { claimed: 1, missing: [], rowsThatFit: 1 },
      ...form,
    },
  };
}
