import { createCipheriv, createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { agileDecryptor } from '../../../../extractors/bytes/decrypt/agile-decryptor.js';

const sha = (...parts: Uint8Array[]): Buffer => createHash('sha512').update(Buffer.concat(parts)).digest();
const aes = (key: Buffer, iv: Buffer, bytes: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};
const number = (value: number): Buffer => Buffer.from([value, 0, 0, 0]);

/** What `EncryptionInfo` and `EncryptedPackage` hold of a content, with few spins ([MS-OFFCRYPTO] 2.3.4.10). */
function agile(password: string, content: Buffer): { xml: string; bytes: Buffer } {
  const salt = Buffer.alloc(16, 5);
  let hash = sha(salt, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < 3; i++) hash = sha(number(i), hash);
  const sealed = (purpose: string, bytes: Buffer): string =>
    aes(sha(hash, Buffer.from(purpose, 'hex')).subarray(0, 32), salt, bytes).toString('base64');
  const key = Buffer.alloc(32, 9);
  const verifier = Buffer.alloc(16, 1);
  const cipher = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${salt.toString('base64')}"`;
  const xml = `<encryption><keyData ${cipher}/><p:encryptedKey spinCount="3" ${cipher} encryptedVerifierHashInput="${sealed('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${sealed('d7aa0f6d3061344e', sha(verifier))}" encryptedKeyValue="${sealed('146e0be7abacd0d6', key)}"/></encryption>`;
  const parts = [content.subarray(0, 4096), content.subarray(4096)];
  const bytes = Buffer.concat(parts.map((part, i) => aes(key, sha(salt, number(i)).subarray(0, 16), part)));
  return { xml, bytes };
}

const content = Buffer.alloc(8000, '项目支出');

test('the built-in password opens every segment', () => {
  const { xml, bytes } = agile('VelvetSweatshop', content);
  expect(Buffer.from(agileDecryptor(xml)?.(bytes) ?? []).equals(content)).toBe(true);
});

test('another password does not open, nor do endless spins start', () => {
  expect(agileDecryptor(agile('另一个', content).xml)).toBeUndefined();
  const { xml } = agile('VelvetSweatshop', content);
  expect(agileDecryptor(xml.replace('spinCount="3"', 'spinCount="4000000000"'))).toBeUndefined();
});
