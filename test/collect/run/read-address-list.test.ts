import { expect, it } from 'vitest';
import { EMPTY_ROW } from '../../../src/collect/manifest/manifest-row.js';
import { contentKind } from '../../../src/collect/run/content-kind.js';
import { readAddressList } from '../../../src/collect/run/read-address-list.js';
import { versionDate } from '../../../src/collect/run/version-date.js';
import { summaryDocx } from '../../support/county-site.js';
import { encodeGbk } from '../../support/disclosure-formats/encode-gbk.js';

const read = (text: string) => readAddressList(Buffer.from(text), '网址.txt').addresses;

it('reads lines with an address in them, each address once', () => {
  const listed = read(
    '# 株洲\n\n石峰区财政局 http://qinghe.example/czj/ 列表\nwww.lanfeng.example/a.html\nhttp://qinghe.example/czj/\n',
  );
  expect(listed.map(({ address }) => address)).toEqual([
    'http://qinghe.example/czj/',
    'http://www.lanfeng.example/a.html',
  ]);
});

it('reads a table in GBK with what it says of each address', () => {
  const text =
    '网址,地区,年度,部门,标题,发布日期\nhttp://qinghe.example/a,430204,2024,公安局,预算,2024年3月12日\n';
  expect(readAddressList(encodeGbk(text), '网址.csv').addresses).toEqual([
    {
      address: 'http://qinghe.example/a',
      title: '预算',
      published: '2024-03-12',
      given: { region: '430204', year: '2024', department: '公安局' },
    },
  ]);
});

it('names the lines that hold no address of the web', () => {
  expect(() => read('http://qinghe.example/\nfile:///etc/passwd\n青禾市\n')).toThrow(
    /第 2 行：file.*\n.*第 3 行：青禾市/,
  );
  expect(() => read('\n')).toThrow('没有网址');
});

it('tells pages, files and others by content before name and type', () => {
  const page = new TextEncoder().encode('<!doctype html><html></html>');
  expect(contentKind(page, 'a.docx', 'application/msword')).toEqual({ kind: 'page' });
  expect(contentKind(summaryDocx(), 'a', 'text/html')).toEqual({ kind: 'file', ending: 'zip' });
  expect(contentKind(summaryDocx(), 'a.docx', '')).toEqual({ kind: 'file', ending: 'docx' });
  expect(contentKind(new TextEncoder().encode('%PDF-1.7'), '../../etc/passwd', '')).toEqual({
    kind: 'file',
    ending: 'pdf',
  });
  expect(contentKind(new TextEncoder().encode('{"a":1}'), 'a.json', 'application/json')).toMatchObject({
    kind: 'other',
  });
  expect(contentKind(new Uint8Array([0x4d, 0x5a, 0, 0, 1, 2, 3]), 'a.exe', '')).toMatchObject({
    kind: 'other',
  });
});

it('dates a later version after the earlier one', () => {
  const before = { ...EMPTY_ROW, sha256: '1', published: '2024-03-12' };
  const row = { ...EMPTY_ROW, sha256: '2', published: '2024-03-12', fetched: '2024-06-01T00:00:00Z' };
  expect(versionDate({ ...row, last_modified: 'Mon, 15 Apr 2024 02:00:00 GMT' }, before)).toBe('2024-04-15');
  expect(versionDate({ ...row, last_modified: 'Mon, 01 Jan 2024 02:00:00 GMT' }, before)).toBe('2024-06-01');
  expect(versionDate({ ...row, published: '2024-04-01' }, before)).toBe('2024-04-01');
  expect(versionDate(row, null)).toBe('2024-03-12');
});

it('names columns it does not know, and the line of a quotation mark that is not closed', () => {
  const bytes = Buffer.from('url,regoin,标题\nhttp://qinghe.example/a,430204,预算\n');
  expect(readAddressList(bytes, '网址.csv').unknownColumns).toEqual(['regoin']);
  expect(() =>
    read('url,title\nhttp://qinghe.example/a,x\nhttp://qinghe.example/b,"y\nhttp://qinghe.example/c,z\n'),
  ).toThrow(/第 3 行起不是能读的 CSV；请检查引号/);
});
