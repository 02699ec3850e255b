/** A path given by the user that does not exist. */
export class MissingPathError extends Error {
  override name = 'MissingPathError';

  constructor(readonly paths: string[]) {
    super(`找不到：${paths.join('、')}`);
  }
}
