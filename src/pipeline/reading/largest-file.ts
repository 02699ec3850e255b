import { LIMITS } from '../../../extractors/bytes/limits.js';

/** Bytes of a file beyond which it is not read, unless it is a zip archive; its outcome is then `limit`. */
export const LARGEST_FILE = LIMITS.inputBytes;
