import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../extractors/bytes/limits.js';
import { readJobFile } from '../../../src/pipeline/reading/read-job-file.js';
import { packReading } from '../../../src/store/ground/pack-reading.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const OVER = LIMITS.inputBytes + 1;

/** A file that is larger than a document may be, with these bytes at its beginning and its end. */
function largeFile(head: Uint8Array, tail = new Uint8Array()): string {
  const file = join(scratchFolder({}), 'large');
  writeFileSync(file, head);
  truncateSync(file, OVER);
  writeFileSync(file, tail, { flag: 'a' });
  return file;
}

describe('a file larger than a document may be', () => {
  it('is opened when it is a zip of files', async () => {
    const zip = Buffer.from(zipSync({ '1.txt': strToU8('一') }));
    const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const tail = Buffer.from(zip.subarray(directory));
    tail.writeUInt32LE(OVER, tail.length - 6);
    const file = largeFile(zip.subarray(0, directory), tail);
    expect(await readJobFile({ file, path: 'a.zip', hints: {} }, packReading)).toEqual({ kind: 'archive' });
  });

  it('ends as limit otherwise', async () => {
    const file = largeFile(strToU8('%PDF-1.7'));
    const answer = await readJobFile({ file, path: 'a.pdf', hints: {} }, packReading);
    expect(answer).toMatchObject({
      kind: 'document',
      document: { outcome: 'limit', reason: '文件超过 200 MB' },
    });
  });
});
