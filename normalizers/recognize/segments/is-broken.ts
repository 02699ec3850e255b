/** A paragraph cut by the converter or a page: it ends without punctuation. */
export const isBroken = (text: string): boolean => !/[。；！？.;!?：:）)]\s*$/.test(text);
