import { UserError } from '../model/facts/user-error.js';

/** The call is wrong; the message (Chinese) says what would be right. Ends with exit code 2, without a stack trace. */
export class UsageError extends UserError {
  override name = 'UsageError';
}
