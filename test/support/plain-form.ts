import type { Form } from '../../src/model/disclosure.js';

/** A form read whole that is the only one of its grid and prints no total. */
export const plainForm = (index: number, kind: Form['kind'], disclosure: number): Form => ({
  index,
  kind,
  state: 'filled',
  title: null,
  disclosure,
  blocks: [index],
  project: null,
  total: null,
  costTotal: null,
  parentAmount: null,
  certainty: { claimed: 1, missing: [], rowsThatFit: 1 },
});
