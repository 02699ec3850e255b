import { oncePer } from './once-per.js';
import type { DisclosureSubject, FormSubject } from './subject.js';

/**
 * Whether parts of a form may be unread: it was read in part, or rows that no form holds stand between its start and the next
 * form's. A sum over its rows then says nothing.
 */
export function hasUnreadRows({ form, disclosure }: FormSubject): boolean {
  if (form.state === 'partial') return true;
  const { unread } = disclosure.document;
  if (unread.length === 0) return false;
  const start = Math.min(...form.blocks);
  const next = startsOf(disclosure).find((block) => block > start) ?? Number.POSITIVE_INFINITY;
  const end = Math.max(...form.blocks, next - 1);
  return unread.some(({ block }) => block >= start && block <= end);
}

/** Where the forms of the document begin, in order. */
const startsOf = oncePer(({ document }: DisclosureSubject): number[] =>
  document.forms.map(({ blocks }) => Math.min(...blocks)).sort((a, b) => a - b),
);
