/**
 * A fault of the call, of an input or of the machine, whose message (Chinese) is for people and says it all: what is wrong and
 * what would be right. Anything else that is thrown is a fault of the program.
 */
export class UserError extends Error {
  override name = 'UserError';
}
