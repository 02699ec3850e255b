import type { ListQuery } from './list-query.js';

/** What was done just now is said once: no link of the page says it again. */
export function withoutDone(query: ListQuery): { query: ListQuery; done: string | undefined } {
  const { done, ...given } = query.given;
  return { query: { ...query, given }, done };
}
