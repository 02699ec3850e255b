import { UserError } from '../../model/facts/user-error.js';

/** A path given by the user that does not exist. */
export class MissingPathError extends UserError {
  override name = 'MissingPathError';

  constructor(readonly paths: string[]) {
    super(`找不到：${paths.join('、')}`);
  }
}
