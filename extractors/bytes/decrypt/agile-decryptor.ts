import { createDecipheriv } from 'node:crypto';
import { byteView } from '../byte-view.js';
import { DEFAULT_PASSWORD } from '../default-password.js';
import type { Decryptor } from './decryptor.js';
import { digest, numberOf } from './digest.js';

const SEGMENT = 4096;
/** Excel writes 100,000. A file that claims many more only wants to keep the reader busy. */
const MOST_SPINS = 1_000_000;
const HASHES: Record<string, string> = { SHA1: 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' };
const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const VERIFIER_HASH = Buffer.from('d7aa0f6d3061344e', 'hex');
const KEY_VALUE = Buffer.from('146e0be7abacd0d6', 'hex');

/** How something is encrypted: the attributes that `keyData` and `encryptedKey` share. */
interface Cipher {
  salt: Buffer;
  /** Of node:crypto. */
  hash: string;
  keyBytes: number;
  blockBytes: number;
}

type Attributes = (name: string) => string;

/** [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15, AES in CBC mode; undefined when the built-in password does not open it. */
export function agileDecryptor(xml: string): Decryptor | undefined {
  const ofData = attributesOf(xml, 'keyData');
  const ofKey = attributesOf(xml, 'encryptedKey');
  const data = ofData && cipherOf(ofData);
  const password = ofKey && cipherOf(ofKey);
  if (!data || !password) return undefined;
  const spins = Number(ofKey('spinCount'));
  if (!(spins >= 0 && spins <= MOST_SPINS)) return undefined;
  const base = spunHash(password, spins);
  const open = (name: string, purpose: Buffer): Buffer => {
    const key = fitted(digest(password.hash, base, purpose), password.keyBytes);
    return decrypt(key, fitted(password.salt, password.blockBytes), Buffer.from(ofKey(name), 'base64'));
  };

  const verifier = digest(
    password.hash,
    open('encryptedVerifierHashInput', VERIFIER_INPUT).subarray(0, password.salt.length),
  );
  if (!open('encryptedVerifierHashValue', VERIFIER_HASH).subarray(0, verifier.length).equals(verifier))
    return undefined;
  const key = open('encryptedKeyValue', KEY_VALUE).subarray(0, data.keyBytes);
  return (encrypted) =>
    Buffer.concat(
      segments(encrypted).map((segment, i) => {
        const iv = fitted(digest(data.hash, data.salt, numberOf(i)), data.blockBytes);
        return decrypt(key, iv, segment);
      }),
    );
}

function attributesOf(xml: string, element: string): Attributes | undefined {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\b[^>]*>`).exec(xml)?.[0];
  return tag === undefined ? undefined : (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function cipherOf(attribute: Attributes): Cipher | undefined {
  const hash = HASHES[attribute('hashAlgorithm').replace('-', '')];
  const keyBytes = Number(attribute('keyBits')) / 8;
  const isAes = attribute('cipherAlgorithm') === 'AES' && attribute('cipherChaining') === 'ChainingModeCBC';
  if (!hash || !isAes || ![16, 24, 32].includes(keyBytes)) return undefined;
  return { hash, keyBytes, blockBytes: 16, salt: Buffer.from(attribute('saltValue'), 'base64') };
}

function spunHash(cipher: Cipher, spins: number): Buffer {
  let hash = digest(cipher.hash, cipher.salt, DEFAULT_PASSWORD);
  for (let i = 0; i < spins; i++) hash = digest(cipher.hash, numberOf(i), hash);
  return hash;
}

/** Cut or filled up with 0x36. */
const fitted = (bytes: Buffer, length: number): Buffer =>
  bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);

function decrypt(key: Buffer, iv: Buffer, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % iv.length));
  return Buffer.concat([decipher.update(whole), decipher.final()]);
}

function segments(bytes: Uint8Array): Uint8Array[] {
  const view = byteView(bytes);
  return Array.from({ length: Math.ceil(bytes.length / SEGMENT) }, (_, i) =>
    view.slice(i * SEGMENT, Math.min((i + 1) * SEGMENT, bytes.length)),
  );
}
