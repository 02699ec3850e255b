import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decryptBiff } from '../../../extractors/xlsx/decrypt-biff.js';
import { rc4 } from '../../../extractors/xlsx/rc4.js';

const record = (type: number, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
const BOF = record(0x0809, Buffer.from('00060500', 'hex'));
const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** Encrypted as [MS-OFFCRYPTO] 2.3.6 says: a key for each 1,024 bytes, the stream running on under the record heads. */
function encrypted(password: string, body: Uint8Array): Buffer {
  const salt = Buffer.alloc(16, 7);
  const short = md5(Buffer.from(password, 'utf16le')).subarray(0, 5);
  const base = md5(...Array.from({ length: 16 }, () => [short, salt]).flat()).subarray(0, 5);
  const stream = (block: number) => rc4(md5(base, Buffer.from([block, 0, 0, 0])));
  const next = stream(0);
  const verifier = Buffer.alloc(16, 3);
  const proof = Buffer.concat([verifier, md5(verifier)]).map((byte) => byte ^ next());
  const pass = record(0x2f, Buffer.concat([Buffer.from('010001000100', 'hex'), salt, proof]));
  const file = Buffer.concat([BOF, pass, record(0x0204, body)]);
  const bodyAt = file.length - body.length;
  for (let block = 0; block * 1024 < file.length; block++) {
    const key = stream(block);
    for (let at = block * 1024; at < Math.min((block + 1) * 1024, file.length); at++) {
      const byte = key();
      if (at >= bodyAt) file[at] = (file[at] ?? 0) ^ byte;
    }
  }
  return file;
}

describe('decryptBiff', () => {
  const body = Buffer.from('经费'.repeat(500), 'utf16le');

  test('RC4 with the built-in password, over several blocks', () => {
    const plain = decryptBiff(encrypted('VelvetSweatshop', body));
    expect(plain && Buffer.from(plain).subarray(-body.length).equals(body)).toBe(true);
  });

  test('a password of its own does not open', () => {
    expect(decryptBiff(encrypted('另一个', body))).toBeUndefined();
  });

  test('a stream without encryption is itself', () => {
    const stream = Buffer.concat([BOF, record(0x0204, body)]);
    expect(decryptBiff(stream)).toBe(stream);
  });

  test('RC4 gives the published key stream', () => {
    const next = rc4(Buffer.from('Key'));
    expect(Buffer.from(Buffer.from('Plaintext').map((byte) => byte ^ next())).toString('hex')).toBe(
      'bbf316e8d940af0ad3',
    );
  });
});
