import { openOle } from '../bytes/ole-file.js';
import { sniff } from '../bytes/sniff.js';

/** Whether the bytes are an OLE container around an encrypted OOXML package (MS-OFFCRYPTO 2.3). */
export const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  sniff(bytes) === 'ole' &&
  openOle(bytes).entries.some((entry) => entry.type === 2 && entry.name.toLowerCase() === 'encryptedpackage');
