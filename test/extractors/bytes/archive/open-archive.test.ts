import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isArchive } from '../../../../extractors/bytes/archive/is-archive.js';
import { openArchive } from '../../../../extractors/bytes/archive/open-archive.js';
import { LIMITS } from '../../../../extractors/bytes/limits.js';
import { rarFile } from '../../../support/rar-file.js';
import { IS_THOROUGH } from '../../../support/thorough.js';
import { workbookOf } from '../../../support/workbook.js';

/** `path: text` or `path: outcome` per member. */
async function members(bytes: Uint8Array, path = 'a.zip'): Promise<string[]> {
  const found: string[] = [];
  for await (const member of openArchive(bytes, path)) {
    found.push(`${member.path}: ${'bytes' in member ? Buffer.from(member.bytes) : member.refused.outcome}`);
  }
  return found;
}

const text = strToU8;

/** Writes GBK bytes over ASCII names of the same length. */
function withRawName(zip: Uint8Array, ascii: string, raw: number[]): Uint8Array {
  const patched = Buffer.from(zip);
  for (let at = patched.indexOf(ascii); at >= 0; at = patched.indexOf(ascii, at + 1)) patched.set(raw, at);
  return patched;
}

describe('isArchive', () => {
  test.each([
    ['zip of files', zipSync({ 'a.txt': text('1') }), true],
    ['workbook', workbookOf(''), false],
    ['document', zipSync({ 'word/document.xml': text('<a/>') }), false],
    ['OFD', zipSync({ 'OFD.xml': text('<a/>') }), false],
    [
      'OpenDocument',
      zipSync({ mimetype: [text('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      false,
    ],
    ['rar', rarFile([]), true],
    ['text', text('PK'), false],
    ['cut off', zipSync({ 'a.txt': text('1') }).subarray(0, 40), false],
  ])('%s', (_name, bytes, expected) => {
    expect(isArchive(bytes)).toBe(expected);
  });
});

describe('zip', () => {
  test('members with their paths, folders left out', async () => {
    const zip = zipSync({ '附件/': new Uint8Array(), '附件/1.txt': text('一'), 'b.txt': text('二') });
    expect(await members(zip)).toEqual(['a.zip!/附件/1.txt: 一', 'a.zip!/b.txt: 二']);
  });

  test('GBK names, backslashes as separators', async () => {
    const zip = withRawName(zipSync({ 'aaaa\\1.txt': text('x') }), 'aaaa', [0xb8, 0xbd, 0xbc, 0xfe]);
    expect(await members(zip)).toEqual(['a.zip!/附件/1.txt: x']);
  });

  test('names that point outside stay inside, and apart', async () => {
    const zip = zipSync({
      'x.txt': text('1'),
      '../../x.txt': text('2'),
      '/etc/y': text('3'),
      'C:\\z': text('4'),
    });
    expect((await members(zip)).sort()).toEqual([
      'a.zip!/etc/y: 3',
      'a.zip!/x.txt (2): 2',
      'a.zip!/x.txt: 1',
      'a.zip!/z: 4',
    ]);
  });

  test('archives inside, to the third depth', async () => {
    const level = (inner: Uint8Array): Uint8Array => zipSync({ 'i.zip': inner, 't.txt': text('t') });
    const zip = level(level(level(zipSync({ 'deep.txt': text('d') }))));
    expect(await members(zip)).toEqual([
      'a.zip!/i.zip!/i.zip!/i.zip: limit',
      'a.zip!/i.zip!/i.zip!/t.txt: t',
      'a.zip!/i.zip!/t.txt: t',
      'a.zip!/t.txt: t',
    ]);
  });

  test('a workbook inside is a member, not an archive', async () => {
    expect(await members(zipSync({ 'b.xlsx': workbookOf('') }))).toHaveLength(1);
  });

  test('encrypted and damaged members are refused, the others read', async () => {
    const zip = zipSync({ 'p.txt': text('secret'), 'd.txt': text('绩效'.repeat(99)), 'ok.txt': text('ok') });
    const patched = Buffer.from(zip);
    const flagsAt = patched.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8;
    patched[flagsAt] = (patched[flagsAt] ?? 0) | 1;
    const dataAt = patched.indexOf('d.txt') + 5;
    patched.fill(0xff, dataAt, dataAt + 8);
    expect(await members(patched)).toEqual([
      'a.zip!/p.txt: encrypted',
      'a.zip!/d.txt: corrupt',
      'a.zip!/ok.txt: ok',
    ]);
  });

  test.runIf(IS_THOROUGH)('too many members', async () => {
    const entries = Array.from({ length: LIMITS.archiveMembers + 5 }, (_, i) => [`${i}.txt`, text('')]);
    const found = await members(zipSync(Object.fromEntries(entries), { level: 0 }));
    expect(found).toHaveLength(LIMITS.archiveMembers + 1);
    expect(found.at(-1)).toBe('a.zip: limit');
  });

  test('an archive without files is empty', async () => {
    expect(await members(zipSync({}))).toEqual(['a.zip: empty']);
  });
});

describe('rar', () => {
  test('members, folders, encrypted and damaged ones', async () => {
    const rar = rarFile([
      { name: '附件', bytes: new Uint8Array(), folder: true },
      { name: '附件\\1.txt', bytes: text('一') },
      { name: 'p.txt', bytes: text('secret'), encrypted: true },
      { name: 'big.txt', bytes: text('x'), claimedSize: 0x7fffffff },
      { name: 'ok.txt', bytes: text('ok') },
    ]);
    expect(await members(rar, 'b.rar')).toEqual([
      'b.rar!/附件/1.txt: 一',
      'b.rar!/p.txt: encrypted',
      'b.rar!/big.txt: limit',
      'b.rar!/ok.txt: ok',
    ]);
  });

  test('reading goes on after a damaged member', async () => {
    const rar = rarFile([
      { name: 'a.txt', bytes: text('aaaa') },
      { name: 'd.txt', bytes: text('bbbb') },
      { name: 'c.txt', bytes: text('cccc') },
    ]);
    rar.set(text('XX'), Buffer.from(rar).indexOf('bbbb'));
    expect(await members(rar, 'b.rar')).toEqual([
      'b.rar!/a.txt: aaaa',
      'b.rar!/d.txt: corrupt',
      'b.rar!/c.txt: cccc',
    ]);
  });

  test('a rar in a zip; one cut off', async () => {
    const rar = rarFile([{ name: 'a.txt', bytes: text('aaaa') }]);
    expect(await members(zipSync({ 'b.rar': rar }))).toEqual(['a.zip!/b.rar!/a.txt: aaaa']);
    const cut = rar.subarray(0, Buffer.from(rar).indexOf('aaaa') + 2);
    expect(await members(cut, 'b.rar')).toEqual(['b.rar: corrupt']);
  });
});
