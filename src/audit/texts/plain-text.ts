import { oncePerText } from './once-per-text.js';

/** A text as it is compared: full and half width made one, no white space, no punctuation; a decimal point stays. */
export const plainText = oncePerText((text): string =>
  text
    .normalize('NFKC')
    .replace(/(?<=\d)\.(?=\d)/g, '点')
    .replace(/[\s\p{P}]/gu, ''),
);
