/** The question put to the store is wrong (unknown view, column, filter, bad SQL); the message (Chinese) says what is valid. */
export class QueryError extends Error {
  override name = 'QueryError';
}
