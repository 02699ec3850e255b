import { createHash } from 'node:crypto';
import { byteView } from '../bytes/byte-view.js';
import { digest, numberOf } from '../bytes/decrypt/digest.js';
import { DEFAULT_PASSWORD } from '../bytes/default-password.js';
import { rc4 } from './rc4.js';

/** Decrypts in place what stands from one offset to another of a stream, in a record whose body begins at `record`. */
export type RecordDecryptor = (stream: Uint8Array, from: number, to: number, record: number) => void;

/** The key changes at every so many bytes of the stream. */
const BLOCK = 1024;
const KEY_BYTES_EXPORT = 5;

/**
 * RC4 of 40 bits ([MS-OFFCRYPTO] 2.3.6) and of a crypto provider (2.3.5); undefined when the built-in password does not open it.
 *
 * @param header of FilePass, from its version on
 */
export function rc4Decryptor(header: Uint8Array): RecordDecryptor | undefined {
  const view = byteView(header);
  const [major, minor] = [view.u16(0), view.u16(2)];
  if (major === 1 && minor === 1) return checked(header, 4, 16, 'md5', exportKeys(view.slice(4, 20)));
  if (minor !== 2 || major < 2 || major > 4) return undefined;
  const keyBits = view.u32(12 + 16) || 40;
  const saltAt = 12 + view.u32(8) + 4;
  return checked(header, saltAt, 20, 'sha1', providerKeys(view.slice(saltAt, saltAt + 16), keyBits / 8));
}

type Keys = (block: number) => Uint8Array;

/** The decryptor if the verifier behind the salt is right. */
function checked(
  header: Uint8Array,
  saltAt: number,
  hashBytes: number,
  hash: 'md5' | 'sha1',
  keys: Keys,
): RecordDecryptor | undefined {
  const verifierAt = saltAt + 16;
  const hashAt = verifierAt + 16 + (hash === 'sha1' ? 4 : 0);
  const next = rc4(keys(0));
  const plain = (from: number, length: number): Uint8Array =>
    byteView(header)
      .slice(from, from + length)
      .map((byte) => byte ^ next());
  const verifier = plain(verifierAt, 16);
  const isRight = createHash(hash).update(verifier).digest().equals(plain(hashAt, hashBytes));
  return isRight ? byBlocks(keys) : undefined;
}

/** The key stream runs on through records and their headers, also where these are not encrypted. */
function byBlocks(keys: Keys): RecordDecryptor {
  let next = rc4(keys(0));
  let at = 0;
  const skipTo = (offset: number): void => {
    if (Math.floor(offset / BLOCK) !== Math.floor(at / BLOCK)) {
      at = offset - (offset % BLOCK);
      next = rc4(keys(at / BLOCK));
    }
    for (; at < offset; at++) next();
  };
  return (stream, from, to) => {
    for (let offset = from; offset < to; offset++) {
      skipTo(offset);
      stream[offset] = (stream[offset] ?? 0) ^ next();
      at++;
      if (at % BLOCK === 0) next = rc4(keys(at / BLOCK));
    }
  };
}

function exportKeys(salt: Uint8Array): Keys {
  const short = digest('md5', DEFAULT_PASSWORD).subarray(0, KEY_BYTES_EXPORT);
  const base = digest('md5', ...Array.from({ length: 16 }, () => [short, salt]).flat());
  return (block) => digest('md5', base.subarray(0, KEY_BYTES_EXPORT), numberOf(block));
}

/** A key of 40 bits is filled up with zeros. */
function providerKeys(salt: Uint8Array, keyBytes: number): Keys {
  const base = digest('sha1', salt, DEFAULT_PASSWORD);
  return (block) => {
    const key = digest('sha1', base, numberOf(block)).subarray(0, keyBytes);
    return keyBytes === KEY_BYTES_EXPORT ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
}
