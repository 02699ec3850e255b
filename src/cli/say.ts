/** A message for people: to stderr, so that it never mixes with data. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
