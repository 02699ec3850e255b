import { byteView } from '../byte-view.js';
import { UnreadableError } from '../limits.js';
import { type OleFile, openOle } from '../ole-file.js';
import { agileDecryptor } from './agile-decryptor.js';
import type { Decryptor } from './decryptor.js';
import { standardDecryptor } from './standard-decryptor.js';

const SIZE_BYTES = 8;

/**
 * The OOXML package inside an OLE file that was encrypted with the built-in password ([MS-OFFCRYPTO] 2.3.4); undefined where
 * there is none, it has a password of its own, or its encryption is damaged.
 */
export function decryptPackage(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return packageOf(openOle(bytes));
  } catch (error) {
    if (error instanceof UnreadableError || isCipherError(error)) return undefined;
    throw error;
  }
}

/** Keys, blocks and lengths that node:crypto refuses. */
const isCipherError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^ERR_(CRYPTO|OSSL)/.test(String(error.code));

function packageOf(ole: OleFile): Uint8Array | undefined {
  const info = ole.stream('EncryptionInfo');
  const encrypted = ole.stream('EncryptedPackage');
  if (!info || !encrypted) return undefined;
  const decrypt = decryptorOf(info);
  if (!decrypt) return undefined;
  const size = byteView(encrypted).u32(0);
  return decrypt(encrypted.subarray(SIZE_BYTES)).subarray(0, size);
}

/** By the version of the encryption ([MS-OFFCRYPTO] 2.3.4.5, 2.3.4.10); undefined for others and for other passwords. */
function decryptorOf(info: Uint8Array): Decryptor | undefined {
  const view = byteView(info);
  const [major, minor] = [view.u16(0), view.u16(2)];
  if (major === 4 && minor === 4) return agileDecryptor(new TextDecoder().decode(info.subarray(8)));
  return minor === 2 && major >= 2 && major <= 4 ? standardDecryptor(info) : undefined;
}
