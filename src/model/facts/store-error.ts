import { UserError } from './user-error.js';

export type StoreErrorCode =
  | 'missing'
  | 'not-a-store'
  | 'newer'
  | 'older'
  | 'corrupt'
  | 'locked'
  | 'full'
  | 'read-only'
  | 'too-large'
  /** What a copy is to be written to, not the store. */
  | 'target'
  | 'failed';

/** The store file cannot be used, or no longer; the message (Chinese) names the file and the way out. */
export class StoreError extends UserError {
  override name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
