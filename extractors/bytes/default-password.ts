/**
 * The password of files that need none to be opened: Excel encrypts with it what is write-protected only, and opens it without
 * asking ([MS-OFFCRYPTO] 4.4.1.1 names it; the office programs of others do the same).
 */
export const DEFAULT_PASSWORD = Buffer.from('VelvetSweatshop', 'utf16le');
