import { byteView } from '../bytes/byte-view.js';
import { biffRecords } from './biff-records.js';
import { type RecordDecryptor, rc4Decryptor } from './rc4-decryptor.js';
import { xorDecryptor } from './xor-decryptor.js';

const FILE_PASS = 0x2f;
/** PhoneticInfo, which says nothing of cells: FilePass becomes one, so that the records keep their places. */
const IGNORED = 0x00ef;
const BOUND_SHEET = 0x85;
/** `lbPlyPos` of BoundSheet8, the place of the sheet in the stream, is never encrypted ([MS-XLS] 2.2.10). */
const PLAIN_OF_BOUND_SHEET = 4;
/** Never encrypted: BOF (of all versions), FilePass, InterfaceHdr, UsrExcl, FileLock, RRDInfo, RRDHead ([MS-XLS] 2.2.10). */
const PLAIN = new Set([0x0009, 0x0209, 0x0409, 0x0809, FILE_PASS, 0x00e1, 0x0194, 0x0195, 0x0196, 0x0138]);
/** Only the first records of a workbook come before FilePass. */
const FILE_PASS_WITHIN = 20;

/**
 * The workbook stream of an .xls, decrypted with the built-in password ([MS-XLS] 2.2.10). The stream itself when it is not
 * encrypted; undefined when it has a password of its own.
 */
export function decryptBiff(stream: Uint8Array): Uint8Array | undefined {
  const view = byteView(stream);
  const pass = [...biffRecords(stream, FILE_PASS_WITHIN)].find(({ type }) => type === FILE_PASS);
  if (!pass) return stream;
  const body = view.slice(pass.start, pass.end);
  const isBiff8 = view.u16(4) === 0x0600;
  const scheme = isBiff8 ? byteView(body).u16(0) : 0;
  const decrypt: RecordDecryptor | undefined =
    scheme === 0 ? xorDecryptor(isBiff8 ? body.subarray(2) : body) : rc4Decryptor(body.subarray(2));
  if (!decrypt) return undefined;

  const plain = Uint8Array.from(stream);
  plain.set([IGNORED & 0xff, IGNORED >> 8], pass.start - 4);
  for (const { type, start, end } of biffRecords(stream)) {
    if (PLAIN.has(type)) continue;
    decrypt(plain, type === BOUND_SHEET ? Math.min(start + PLAIN_OF_BOUND_SHEET, end) : start, end, start);
  }
  return plain;
}
