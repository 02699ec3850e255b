import { oncePerText } from './once-per-text.js';

/** A text in one width, without white space: `不 少于５０％` → `不少于50%`. */
export const joinedText = oncePerText((text): string => text.normalize('NFKC').replace(/\s+/g, ''));
