/** A word that names nothing, and the words that would have named something: whoever tells of it can say which is nearest. */
export interface UnknownWord {
  word: string;
  known: readonly string[];
}

export interface UserErrorOptions extends ErrorOptions {
  unknown?: UnknownWord;
}

/**
 * A fault of the call, of an input or of the machine, whose message (Chinese) is for people and says it all: what is wrong and
 * what would be right. Anything else that is thrown is a fault of the program.
 */
export class UserError extends Error {
  override name = 'UserError';
  readonly unknown?: UnknownWord;

  constructor(message: string, { unknown, ...options }: UserErrorOptions = {}) {
    super(message, options);
    if (unknown !== undefined) this.unknown = unknown;
  }
}
