import type { ReadDocument } from '../../src/model/document.js';

/** What is the same of every document that was read whole, and came without a manifest. */
export const READ_WELL = {
  readerVersion: '1',
  outcome: 'ok',
  reason: null,
  title: null,
  url: null,
  published: null,
  unread: [],
  diagnostics: [],
} satisfies Partial<ReadDocument>;
