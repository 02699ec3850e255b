import type { FormSubject } from './subject.js';

/**
 * Whether parts of a form may be unread: it was read in part, or rows that no form holds stand between its start and the next
 * form's. A sum over its rows then says nothing.
 */
export function hasUnreadRows({ form, disclosure: { document } }: FormSubject): boolean {
  if (form.state === 'partial') return true;
  const start = Math.min(...form.blocks);
  const next = Math.min(
    ...document.forms.map(({ blocks }) => Math.min(...blocks)).filter((block) => block > start),
  );
  const end = Math.max(...form.blocks, next - 1);
  return document.unread.some(({ block }) => block >= start && block <= end);
}
