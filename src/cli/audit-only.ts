import { SUBJECT_FILTERS } from '../model/filters.js';
import { optionKey } from './filter-options.js';

/** Options of `audit` that narrow it or say what of it is listed: they mean nothing to its reviews, nor where it is put on a queue. */
export const AUDIT_ONLY: readonly string[] = [
  ...['rule', 'severity', 'failOn'],
  ...SUBJECT_FILTERS.map(optionKey),
  ...['all', 'changes'],
];
