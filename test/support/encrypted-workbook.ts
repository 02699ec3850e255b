import { createCipheriv, createHash } from 'node:crypto';
import { CFB } from '@e965/xlsx';
import { biffRecords } from '../../extractors/xlsx/biff-records.js';
import { rc4 } from '../../extractors/xlsx/rc4.js';
import { oleFile } from './word-binary.js';

const DEFAULT_PASSWORD = 'VelvetSweatshop';
const SALT = Buffer.alloc(16, 7);
const VERIFIER = Buffer.alloc(16, 3);

const hashed = (name: string, ...parts: Uint8Array[]): Buffer =>
  createHash(name).update(Buffer.concat(parts)).digest();

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, 4 * i);
  return bytes;
}

const padded = (bytes: Uint8Array, block: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);

function aes(mode: string, key: Buffer, iv: Buffer | null, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

/** A package in agile encryption with few spins ([MS-OFFCRYPTO] 2.3.4.10). */
export function agilePackage(content: Uint8Array, password = DEFAULT_PASSWORD): Uint8Array {
  const spins = 3;
  let hash = hashed('sha512', SALT, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < spins; i++) hash = hashed('sha512', u32(i), hash);
  const sealed = (purpose: string, bytes: Buffer): string =>
    aes('cbc', hashed('sha512', hash, Buffer.from(purpose, 'hex')).subarray(0, 32), SALT, bytes).toString(
      'base64',
    );
  const key = Buffer.alloc(32, 9);
  const cipher = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${SALT.toString('base64')}"`;
  const xml = `<encryption><keyData ${cipher}/><p:encryptedKey spinCount="${spins}" ${cipher} encryptedVerifierHashInput="${sealed('fea7d2763b4b9e79', VERIFIER)}" encryptedVerifierHashValue="${sealed('d7aa0f6d3061344e', hashed('sha512', VERIFIER))}" encryptedKeyValue="${sealed('146e0be7abacd0d6', key)}"/></encryption>`;
  const segments: Buffer[] = [];
  for (let at = 0; at < content.length; at += 4096) {
    const iv = hashed('sha512', SALT, u32(at / 4096)).subarray(0, 16);
    segments.push(aes('cbc', key, iv, padded(content.subarray(at, at + 4096), 16)));
  }
  return oleFile({
    EncryptionInfo: Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]),
    EncryptedPackage: Buffer.concat([u32(content.length, 0), ...segments]),
  });
}

/** A package in standard encryption, AES of 128 bits ([MS-OFFCRYPTO] 2.3.4.5). */
export function standardPackage(content: Uint8Array, password = DEFAULT_PASSWORD): Uint8Array {
  let hash = hashed('sha1', SALT, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < 50_000; i++) hash = hashed('sha1', u32(i), hash);
  const last = Buffer.alloc(64, 0x36);
  for (const [i, byte] of hashed('sha1', hash, u32(0)).entries()) last[i] = byte ^ 0x36;
  const key = hashed('sha1', last).subarray(0, 16);
  const seal = (bytes: Uint8Array): Buffer => aes('ecb', key, null, padded(bytes, 16));
  return oleFile({
    EncryptionInfo: Buffer.concat([
      Buffer.from('0300020024000000', 'hex'),
      ...providerInfo(0x660e, 0x8004, 128),
      SALT,
      seal(VERIFIER),
      u32(20),
      seal(hashed('sha1', VERIFIER)),
    ]),
    EncryptedPackage: Buffer.concat([u32(content.length, 0), seal(content)]),
  });
}

/** Size of the header, and the header, of [MS-OFFCRYPTO] 2.3.2; then the size of the salt. */
const providerInfo = (cipher: number, hash: number, keyBits: number): Buffer[] => [
  u32(34),
  u32(0x24, 0, cipher, hash, keyBits, 1, 0, 0),
  Buffer.from('\0', 'utf16le'),
  u32(16),
];

export type BiffEncryption = 'rc4' | 'crypto-api' | 'xor';

/** An .xls as it is saved, encrypted ([MS-XLS] 2.2.10). */
export function encryptedXls(
  bytes: Uint8Array,
  scheme: BiffEncryption,
  password = DEFAULT_PASSWORD,
): Uint8Array {
  const found = CFB.find(CFB.read(bytes, { type: 'array' }), '/Workbook')?.content;
  if (!found) throw new Error('no workbook stream');
  const { pass, encrypt } = cipherOf(scheme, password);
  return oleFile({ Workbook: withPass(Buffer.from(found as Uint8Array), pass, encrypt) });
}

/** Turns the bytes of a record's body at their places in the stream. */
type Encrypt = (byte: number, at: number, record: { start: number; end: number }) => number;

const PLAIN = [0x0809, 0x2f, 0x00e1, 0x0194, 0x0195, 0x0196, 0x0138];
const BOUND_SHEET = 0x85;

/** FilePass behind the first BOF, sheets moved by its length, and every record that may be encrypted so. */
function withPass(stream: Buffer, body: Buffer, encrypt: Encrypt): Buffer {
  const bofEnd = 4 + stream.readUInt16LE(2);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(0x2f, 0);
  head.writeUInt16LE(body.length, 2);
  const plain = Buffer.concat([stream.subarray(0, bofEnd), head, body, stream.subarray(bofEnd)]);
  const records = [...biffRecords(plain)];
  for (const { start } of records.filter(({ type }) => type === BOUND_SHEET)) {
    plain.writeUInt32LE(plain.readUInt32LE(start) + 4 + body.length, start);
  }
  const sealed = Buffer.from(plain);
  for (const record of records) {
    if (PLAIN.includes(record.type)) continue;
    const from = record.type === BOUND_SHEET ? record.start + 4 : record.start;
    for (let at = from; at < record.end; at++) sealed[at] = encrypt(plain[at] ?? 0, at, record);
  }
  return sealed;
}

function cipherOf(scheme: BiffEncryption, password: string): { pass: Buffer; encrypt: Encrypt } {
  switch (scheme) {
    case 'rc4': {
      const short = hashed('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
      const base = hashed('md5', ...Array.from({ length: 16 }, () => [short, SALT]).flat()).subarray(0, 5);
      const keyOf = (block: number): Buffer => hashed('md5', base, u32(block));
      const proof = sealedProof(keyOf(0), VERIFIER, hashed('md5', VERIFIER));
      return {
        pass: Buffer.concat([Buffer.from('010001000100', 'hex'), SALT, ...proof]),
        encrypt: byBlocks(keyOf),
      };
    }
    case 'crypto-api': {
      const base = hashed('sha1', SALT, Buffer.from(password, 'utf16le'));
      const keyOf = (block: number): Buffer => hashed('sha1', base, u32(block)).subarray(0, 16);
      const [verifier, proof] = sealedProof(keyOf(0), VERIFIER, hashed('sha1', VERIFIER));
      const info = [Buffer.from('02000200', 'hex'), u32(4), ...providerInfo(0x6801, 0x8004, 128), SALT];
      return {
        pass: Buffer.concat([Buffer.from('0100', 'hex'), ...info, verifier, u32(20), proof]),
        encrypt: byBlocks(keyOf),
      };
    }
    default:
      return xorCipher(password);
  }
}

function sealedProof(key: Buffer, verifier: Buffer, hash: Buffer): [Buffer, Buffer] {
  const next = rc4(key);
  const seal = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ next()));
  return [seal(verifier), seal(hash)];
}

/** A key for each 1,024 bytes, the key stream counted also over what is not encrypted. */
function byBlocks(keyOf: (block: number) => Buffer): Encrypt {
  const streams = new Map<number, number[]>();
  return (byte, at) => {
    const block = Math.floor(at / 1024);
    let stream = streams.get(block);
    if (!stream) {
      const next = rc4(keyOf(block));
      stream = Array.from({ length: 1024 }, () => next());
      streams.set(block, stream);
    }
    return byte ^ (stream[at % 1024] ?? 0);
  };
}

/** Method 1 of [MS-OFFCRYPTO] 2.3.7 with a key of our choice: what decrypts only looks at the verifier of the password. */
function xorCipher(password: string): { pass: Buffer; encrypt: Encrypt } {
  const key = 0x35a7;
  const bytes = Buffer.from(password, 'latin1');
  let verifier = 0;
  for (const byte of [bytes.length, ...bytes].reverse()) {
    verifier = (((verifier >> 14) & 1) | ((verifier << 1) & 0x7fff)) ^ byte;
  }
  const filler = Buffer.from('bbffffbaffffb98000be0f00bf0f00', 'hex');
  const array = [...bytes, ...filler]
    .slice(0, 16)
    .map((byte, i) => turnedLeft(byte ^ (i % 2 === 0 ? key & 0xff : key >> 8), 2));
  const pass = Buffer.alloc(6);
  pass.writeUInt16LE(key, 2);
  pass.writeUInt16LE(verifier ^ 0xce4b, 4);
  return {
    pass,
    encrypt: (byte, at, { start, end }) => turnedLeft(byte ^ (array[(at + end - start) % 16] ?? 0), 5),
  };
}

const turnedLeft = (byte: number, bits: number): number => ((byte << bits) | (byte >> (8 - bits))) & 0xff;
