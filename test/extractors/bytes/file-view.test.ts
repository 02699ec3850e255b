import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { isArchive } from '../../../extractors/bytes/archive/is-archive.js';
import { openArchive } from '../../../extractors/bytes/archive/open-archive.js';
import { fileView } from '../../../extractors/bytes/file-view.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const opened: number[] = [];
afterEach(() => {
  for (const descriptor of opened.splice(0)) closeSync(descriptor);
});

/** An open file of the pieces, each at its offset; what lies between is a hole. */
function fileOf(length: number, pieces: [number, Uint8Array][]): number {
  const descriptor = openSync(join(scratchFolder({}), 'file'), 'w+');
  opened.push(descriptor);
  ftruncateSync(descriptor, length);
  for (const [at, piece] of pieces) writeSync(descriptor, piece, 0, piece.length, at);
  return descriptor;
}

describe('a view on a file', () => {
  test('reads over the edges of its window and answers 0 past the end', () => {
    const length = 64 * 1024 + 2;
    const view = fileView(fileOf(length, [[length - 4, Uint8Array.of(1, 2, 3, 4)]]), length);
    expect(view.u32(length - 4)).toBe(0x04030201);
    expect(view.u16(length - 1)).toBe(4);
    expect(view.u8(length)).toBe(0);
    expect(view.u8(-1)).toBe(0);
    expect([...view.slice(length - 2, length + 9)]).toEqual([3, 4]);
  });

  test('a zip far larger than memory for one document is opened where it lies', async () => {
    const zip = Buffer.from(zipSync({ '1.txt': strToU8('一'), '2.txt': strToU8('二') }));
    const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const hole = 3 * 1024 ** 3;
    const tail = Buffer.from(zip.subarray(directory));
    tail.writeUInt32LE(directory + hole, tail.length - 6);
    const length = zip.length + hole;
    const view = fileView(
      fileOf(length, [
        [0, zip.subarray(0, directory)],
        [directory + hole, tail],
      ]),
      length,
    );
    expect(isArchive(view)).toBe(true);
    const found: string[] = [];
    for await (const member of openArchive(view, 'a.zip')) {
      found.push(`${member.path}: ${'bytes' in member ? Buffer.from(member.bytes) : member.refused.reason}`);
    }
    expect(found).toEqual(['a.zip!/1.txt: 一', 'a.zip!/2.txt: 二']);
  });
});
