import { UserError } from './user-error.js';

/** The question put to the store is wrong (unknown view, column, filter, bad SQL); the message (Chinese) says what is valid. */
export class QueryError extends UserError {
  override name = 'QueryError';
}
