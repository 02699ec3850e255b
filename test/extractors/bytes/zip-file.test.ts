import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inflateEntry, listZip } from '../../../extractors/bytes/zip-file.js';
import { zipName } from '../../../extractors/bytes/zip-name.js';

const ZIP = zipSync({ '绩效.txt': strToU8('绩效'.repeat(100)), 'b.txt': [strToU8('b'), { level: 0 }] });

const first = (bytes: Uint8Array) => {
  const [entry] = listZip(bytes);
  if (!entry) throw new Error('expected an entry');
  return entry;
};

describe('zip-file', () => {
  test('entries and their content', () => {
    expect(listZip(ZIP).map(zipName)).toEqual(['绩效.txt', 'b.txt']);
    expect(Buffer.from(inflateEntry(ZIP, first(ZIP), 1_000)).toString()).toBe('绩效'.repeat(100));
  });

  test('what comes out is counted, whatever size is claimed', () => {
    expect(() => inflateEntry(ZIP, first(ZIP), 599)).toThrow('过大');
    expect(inflateEntry(ZIP, first(ZIP), 600)).toHaveLength(600);
  });

  test('a zip without directory is corrupt', () => {
    expect(() => listZip(ZIP.subarray(0, 50))).toThrow('目录缺失');
  });

  test('unknown methods are unsupported', () => {
    expect(() => inflateEntry(ZIP, { ...first(ZIP), method: 99 }, 1_000)).toThrow('99');
  });
});
