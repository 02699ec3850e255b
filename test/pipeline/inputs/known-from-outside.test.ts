import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OcrMode } from '../../../src/model/facts/ocr-modes.js';
import type { PictureFate } from '../../../src/model/grid.js';
import type { KnownDocument } from '../../../src/model/ports/documents.js';
import { parseDay } from '../../../src/pipeline/files/parse-day.js';
import { printedDate } from '../../../src/pipeline/files/printed-date.js';
import { needsReading } from '../../../src/pipeline/import/needs-reading.js';
import { knownFromOutside } from '../../../src/pipeline/inputs/known-from-outside.js';
import { readPathList } from '../../../src/pipeline/inputs/read-path-list.js';
import { READER_VERSION } from '../../../src/pipeline/reading/reader-version.js';

describe('knownFromOutside', () => {
  const entry = { hints: {}, url: null, published: null };
  const known = knownFromOutside({ year: 2023 }, [
    { ...entry, path: '甲', hints: { region: '430204' }, url: 'https://example.org/' },
    { ...entry, path: '甲/a.zip', hints: { year: 2022 } },
    { ...entry, path: '甲/a.zip!/附件/1.docx', hints: { department: '水利局' }, published: '2022-03-01' },
  ]);

  it('takes the row nearest to the file, column by column', () => {
    expect(known('甲/a.zip!/附件/1.docx')).toEqual({
      hints: { region: '430204', year: 2022, department: '水利局' },
      url: 'https://example.org/',
      published: '2022-03-01',
    });
    expect(known(resolve('甲/乙/b.docx')).hints).toEqual({ region: '430204', year: 2023 });
  });

  it('keeps no person named in a department', () => {
    const department = '信访局-联系人李小龙13912345678';
    const masked = '信访局-联系人＊＊＊＊';
    expect(knownFromOutside({ department }, [])('b.docx').hints).toEqual({ department: masked });
    const row = { ...entry, path: '甲', hints: { department } };
    expect(knownFromOutside({}, [row])('甲/b.docx').hints).toEqual({ department: masked });
  });

  it('takes no row of a name that only begins alike', () => {
    expect(known('甲乙/b.docx').hints).toEqual({ year: 2023 });
    expect(knownFromOutside({}, [])('b.docx').hints).toBeNull();
  });
});

describe('needsReading', () => {
  const known = {
    readerVersion: READER_VERSION,
    triedVersion: READER_VERSION,
    outcome: 'ok' as const,
    reason: null,
    paths: [],
    readAs: 'b.txt',
    hints: null,
    subject: { province: null, city: null, region: null, year: null, department: null },
    pictures: null,
    unreadRows: 0,
    gaps: [],
  };

  it('only where the reading would be a better one', () => {
    expect(needsReading(known, 'b.txt', null, 'auto')).toBe(false);
    expect(needsReading(known, 'c.txt', null, 'auto')).toBe(false);
    expect(needsReading(known, 'a.txt', null, 'auto')).toBe(true);
    expect(needsReading({ ...known, triedVersion: '0' }, 'b.txt', null, 'auto')).toBe(true);
    expect(needsReading({ ...known, readerVersion: '0' }, 'b.txt', null, 'auto')).toBe(false);
  });

  it('where more is known from outside than when it was read', () => {
    const hinted = { ...known, hints: { year: 2023 } };
    expect(needsReading(known, 'c.txt', { year: 2023 }, 'auto')).toBe(true);
    expect(needsReading(hinted, 'b.txt', { year: 2023 }, 'auto')).toBe(false);
    expect(needsReading(hinted, 'b.txt', { year: 2024 }, 'auto')).toBe(true);
    expect(needsReading(hinted, 'c.txt', { year: 2024 }, 'auto')).toBe(false);
    expect(needsReading(hinted, 'a.txt', null, 'auto')).toBe(false);
    expect(needsReading(hinted, 'a.txt', { year: 2023 }, 'auto')).toBe(true);
  });
});

describe('pictures of text', () => {
  const known = (pictures: PictureFate | null): KnownDocument => ({
    readerVersion: READER_VERSION,
    triedVersion: READER_VERSION,
    outcome: 'needs-ocr',
    reason: null,
    paths: [],
    readAs: 'b.pdf',
    hints: null,
    subject: { province: null, city: null, region: null, year: null, department: null },
    pictures,
    unreadRows: 0,
    gaps: [],
  });

  it.each<[PictureFate | null, OcrMode, boolean]>([
    [null, 'auto', false],
    ['left', 'off', false],
    ['left', 'auto', true],
    ['left', 'all', true],
    ['layer', 'auto', false],
    ['layer', 'all', true],
    ['read', 'all', false],
  ])('%s with --ocr %s: read again %s', (pictures, ocr, isRead) => {
    expect(needsReading(known(pictures), 'b.pdf', null, ocr)).toBe(isRead);
  });
});

describe('dates', () => {
  it.each([
    ['2023年2月3日', '2023-02-03'],
    ['2023-02-03 10:00', '2023-02-03'],
    ['2023/2/3', '2023-02-03'],
    ['20230203', '2023-02-03'],
    ['2023年2月', null],
    ['2023年2月30日', null],
    ['财预〔2023〕12号', null],
  ])('%s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it('of a document stand behind a label, in the same cell or the next; publication is surer than filling in', () => {
    const paragraph = (text: string) => ({ kind: 'paragraph' as const, text, place: 'b1' });
    expect(printedDate([paragraph('会议于2023年5月1日召开')])).toBeNull();
    expect(printedDate([paragraph('填表日期：2023年1月5日'), paragraph('填报时间 2023.1.9')])).toBe(
      '2023-01-09',
    );
    expect(printedDate([paragraph('填表日期：2023年5月5日'), paragraph('发布日期：2023-02-01')])).toBe(
      '2023-02-01',
    );
  });
});

describe('a list of paths', () => {
  const read = (text: string) =>
    readPathList(
      (async function* () {
        yield Buffer.from(text).subarray(0, 4);
        yield Buffer.from(text).subarray(4);
      })(),
    );

  it('has one path a line, or paths separated by NUL', async () => {
    expect(await read('甲 乙.txt\r\n\nb.txt')).toEqual(['甲 乙.txt', 'b.txt']);
    expect(await read('甲\n乙.txt\0b.txt\0')).toEqual(['甲\n乙.txt', 'b.txt']);
  });
});
