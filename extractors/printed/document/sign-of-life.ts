/** Recognizing a page may take longer than a reader may be silent. */
const EVERY_MS = 2_000;

/** Lets some work of many steps run, and tells every few seconds that it goes on. */
export async function withSignOfLife<Result>(
  work: Promise<Result>,
  tell: (() => void) | undefined,
): Promise<Result> {
  if (!tell) return work;
  const timer = setInterval(tell, EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
