import { describe, expect, it } from 'vitest';
import {
  fileEnding,
  nameInAddress,
  nameInDisposition,
  nameOnDisk,
  namesFile,
} from '../../../src/collect/addresses/file-names.js';
import { isPrivateAddress } from '../../../src/collect/addresses/private-networks.js';
import { isSameSite, webAddress } from '../../../src/collect/addresses/web-address.js';

describe('private networks', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:1::1',
    '2001:db8::1',
    'fc00::1',
    'fd12::1',
    'fe80::1%eth0',
    'ff02::1',
    'no address',
  ])('%s is closed', (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each(['1.1.1.1', '100.63.255.255', '100.128.0.1', '172.32.0.1', '2400:3200::1', '::ffff:8.8.8.8'])(
    '%s is open',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});

describe('addresses', () => {
  it('are absolute, of the web, and without fragment', () => {
    expect(webAddress('../a.html#top', 'http://qinghe.example/b/c.html')).toBe(
      'http://qinghe.example/a.html',
    );
    for (const text of [
      'mailto:a@b.example',
      'javascript:void(0)',
      'file:///etc/passwd',
      'ftp://a.example/',
      '',
    ]) {
      expect(webAddress(text)).toBe(null);
    }
    expect(webAddress('http://user:secret@qinghe.example/')).toBe(null);
  });

  it('are of one site with and without www', () => {
    expect(isSameSite('http://www.qinghe.example/', 'https://qinghe.example/a')).toBe(true);
    expect(isSameSite('http://czj.qinghe.example/', 'http://qinghe.example/')).toBe(false);
  });

  it('tell files by their path or a parameter', () => {
    expect(namesFile('http://a.example/P020240312.DOCX')).toBe(true);
    expect(namesFile('http://a.example/down.jsp?name=%E9%A2%84%E7%AE%97.pdf')).toBe(true);
    expect(namesFile('http://a.example/2024.html')).toBe(false);
    expect(nameInAddress('http://a.example/%D4%A4%CB%E3.xls')).toBe('预算.xls');
    expect(fileEnding('a.tar.gz')).toBe(null);
  });
});

describe('names of servers', () => {
  const bytes = (text: string): string => Buffer.from(text).toString('latin1');
  it.each([
    ["attachment; filename*=UTF-8''%E9%A2%84%E7%AE%97.docx", '预算.docx'],
    ["attachment; filename=x.docx; filename*=utf-8''%E9%A2%84%E7%AE%97.docx", '预算.docx'],
    ["attachment; filename*=GBK''%D4%A4%CB%E3.docx", '预算.docx'],
    ['attachment; filename="%E9%A2%84%E7%AE%97.docx"', '预算.docx'],
    ['attachment;filename=%D4%A4%CB%E3.docx', '预算.docx'],
    [`attachment; filename="${bytes('预算.docx')}"`, '预算.docx'],
    [`attachment; filename="${Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]).toString('latin1')}.doc"`, '预算.doc'],
    ['attachment; filename="=?UTF-8?B?6aKE566XLnBkZg==?="', '预算.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\a\\\\b.xls"', 'b.xls'],
  ])('%s', (header, name) => expect(nameInDisposition(header)).toBe(name));

  it('may be missing', () => {
    expect(nameInDisposition(null)).toBe(null);
    expect(nameInDisposition('inline')).toBe(null);
    expect(nameInDisposition('attachment; filename=""')).toBe(null);
  });
});

it('cuts a name to what a file may be called, before its ending', () => {
  const short = nameOnDisk(`${'预算'.repeat(1500)}.docx`);
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(255);
  expect(short).toMatch(/^(预算)+预?….docx$/);
  expect(nameOnDisk('预算.docx')).toBe('预算.docx');
});
