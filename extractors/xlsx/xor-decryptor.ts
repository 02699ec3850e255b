import { byteView } from '../bytes/byte-view.js';
import type { RecordDecryptor } from './rc4-decryptor.js';

/** The built-in password in single bytes. */
const PASSWORD = Buffer.from('VelvetSweatshop', 'latin1');
const ARRAY = 16;
const PADDING = [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00];

/**
 * XOR obfuscation, method 1 ([MS-OFFCRYPTO] 2.3.7; bits turn as in files Excel wrote, which the page tells otherwise); undefined when the built-in password does not open it.
 *
 * @param header key and verifier of the password, as FilePass has them
 */
export function xorDecryptor(header: Uint8Array): RecordDecryptor | undefined {
  const view = byteView(header);
  if (view.u16(2) !== verifierOf(PASSWORD)) return undefined;
  const key = view.u16(0);
  const bytes = [...PASSWORD, ...PADDING].slice(0, ARRAY);
  const array = bytes.map((byte, i) => rotated(byte ^ (i % 2 === 0 ? key & 0xff : key >> 8), 6, 2));
  return (stream, from, to, record) => {
    for (let at = from; at < to; at++) {
      const place = (at + to - record) % ARRAY;
      stream[at] = rotated(stream[at] ?? 0, 5, 3) ^ (array[place] ?? 0);
    }
  };
}

/** A byte turned right by some bits, which is left by the others. */
const rotated = (byte: number, right: number, left: number): number =>
  ((byte >> right) | (byte << left)) & 0xff;

/** [MS-OFFCRYPTO] 2.3.7.1. */
function verifierOf(password: Uint8Array): number {
  let verifier = 0;
  for (const byte of [password.length, ...password].reverse()) {
    verifier = (((verifier & 0x4000) === 0 ? 0 : 1) | ((verifier << 1) & 0x7fff)) ^ byte;
  }
  return verifier ^ 0xce4b;
}
