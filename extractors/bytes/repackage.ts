import { decryptPackage } from './decrypt/decrypt-package.js';
import { repackageWordXml } from './repackage-word-xml.js';
import { sniff } from './sniff.js';

/**
 * Files that hold another one whole are turned into it, so that the reader of that format serves them: Word documents in one XML
 * file, and packages encrypted with the built-in password, become packages. All other bytes come back as they are.
 */
export function repackage(bytes: Uint8Array): Uint8Array {
  switch (sniff(bytes)) {
    case 'ole':
      return decryptPackage(bytes) ?? bytes;
    case 'text':
      return repackageWordXml(bytes) ?? bytes;
    default:
      return bytes;
  }
}
