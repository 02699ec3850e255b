import { createDecipheriv, createHash } from 'node:crypto';
import { byteView } from '../byte-view.js';
import { DEFAULT_PASSWORD } from '../default-password.js';
import type { Decryptor } from './decryptor.js';

const SPINS = 50_000;
/** AlgID → bytes of the AES key. */
const KEY_BYTES: Record<number, number> = { 26126: 16, 26127: 24, 26128: 32 };
const HEADER_AT = 12;
const SALT_BYTES = 16;

/** [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9, AES in ECB mode with SHA-1; undefined when the built-in password does not open it. */
export function standardDecryptor(info: Uint8Array): Decryptor | undefined {
  const view = byteView(info);
  const keyBytes = KEY_BYTES[view.u32(HEADER_AT + 8)];
  if (!keyBytes) return undefined;
  const saltAt = HEADER_AT + view.u32(8) + 4;
  const verifierAt = saltAt + SALT_BYTES;
  const hashAt = verifierAt + SALT_BYTES + 4;
  const key = keyOf(view.slice(saltAt, verifierAt), keyBytes);
  const verifier = decrypt(key, view.slice(verifierAt, verifierAt + SALT_BYTES));
  const hash = decrypt(key, view.slice(hashAt, hashAt + 32)).subarray(0, 20);
  return sha1(verifier).equals(hash) ? (encrypted) => decrypt(key, encrypted) : undefined;
}

function keyOf(salt: Uint8Array, keyBytes: number): Buffer {
  let hash = sha1(salt, DEFAULT_PASSWORD);
  const count = Buffer.alloc(4);
  for (let i = 0; i < SPINS; i++) {
    count.writeUInt32LE(i);
    hash = sha1(count, hash);
  }
  const last = sha1(hash, Buffer.alloc(4));
  return Buffer.concat([sha1(mixed(last, 0x36)), sha1(mixed(last, 0x5c))]).subarray(0, keyBytes);
}

/** 64 bytes of a filler, the hash mixed into the first. */
function mixed(hash: Buffer, filler: number): Buffer {
  const bytes = Buffer.alloc(64, filler);
  hash.forEach((byte, i) => {
    bytes[i] = byte ^ filler;
  });
  return bytes;
}

function sha1(...parts: Uint8Array[]): Buffer {
  const sum = createHash('sha1');
  for (const part of parts) sum.update(part);
  return sum.digest();
}

function decrypt(key: Buffer, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 16));
  return Buffer.concat([decipher.update(whole), decipher.final()]);
}
