import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../extractors/bytes/archive/open-archive.js';
import { readBytes } from '../../extractors/read-bytes.js';
import type { Disclosure } from '../../src/model/disclosure.js';
import type { Block } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { asCellPerLine, asRowPerLine } from '../support/disclosure-formats/as-flat-text.js';
import { asOfd } from '../support/disclosure-formats/as-ofd.js';
import { asOldWord } from '../support/disclosure-formats/as-old-word.js';
import { asOpenText } from '../support/disclosure-formats/as-open-text.js';
import { asPdf } from '../support/disclosure-formats/as-pdf.js';
import { asRichText } from '../support/disclosure-formats/as-rich-text.js';
import { asGbkWebPage, asWebPage } from '../support/disclosure-formats/as-web-page.js';
import { asWord } from '../support/disclosure-formats/as-word.js';
import { asWorkbook } from '../support/disclosure-formats/as-workbook.js';
import { differingFields } from '../support/disclosure-formats/differing-fields.js';
import { someOf } from '../support/thorough.js';
import { KNOWN_DIFFERENCES, knownFields } from './known-differences.js';
import { PAGES } from './pages.js';

const FORMATS: Readonly<Record<string, (blocks: readonly Block[]) => Uint8Array>> = {
  docx: asWord,
  doc: asOldWord,
  rtf: asRichText,
  xlsx: (blocks) => asWorkbook(blocks, 'xlsx'),
  xls: (blocks) => asWorkbook(blocks, 'biff8'),
  'GBK html': asGbkWebPage,
  odt: asOpenText,
  pdf: asPdf,
  ofd: asOfd,
  'text, cell per line': asCellPerLine,
  'text, row per line': asRowPerLine,
};
const LIBREOFFICE = ['docx', 'doc', 'rtf', 'pdf', 'xlsx', 'xls'];
const NOTHING_SAID = { path: 'a' };

const disclosuresOf = async (bytes: Uint8Array): Promise<Disclosure[]> =>
  (await readDocument(bytes, NOTHING_SAID)).disclosures;

/** What a page prints, its title on top: not every format has a place for titles. */
async function printedBlocks(page: URL): Promise<Block[]> {
  const { title, blocks } = await readBytes(readFileSync(page), NOTHING_SAID);
  return title ? [{ kind: 'paragraph', text: title, place: paragraphPlace(1) }, ...blocks] : blocks;
}

async function membersOf(archive: Uint8Array): Promise<Map<string, Uint8Array>> {
  const members = new Map<string, Uint8Array>();
  for await (const member of openArchive(archive, 'a.zip')) {
    if ('refused' in member) throw new Error(member.refused.reason);
    members.set(member.path.replace('a.zip!/', ''), member.bytes);
  }
  return members;
}

describe.each(someOf(2, PAGES))('$name', ({ name, page }) => {
  let blocks: Block[] = [];
  let expected: Disclosure[] = [];
  beforeAll(async () => {
    blocks = await printedBlocks(page);
    expected = await disclosuresOf(asWebPage(blocks));
  });

  it.each(Object.entries(FORMATS))('reads the same as %s', async (format, write) => {
    const found = await disclosuresOf(write(blocks));
    expect(differingFields(expected, found)).toEqual(knownFields(name, format));
  });
});

const SAVED = PAGES.filter(({ byLibreOffice }) => byLibreOffice);

describe.each(someOf(1, SAVED))('$name saved by LibreOffice', ({ name, page }) => {
  let members = new Map<string, Uint8Array>();
  let expected: Disclosure[] = [];
  beforeAll(async () => {
    members = await membersOf(readFileSync(new URL(`files/${name}.zip`, import.meta.url)));
    expected = await disclosuresOf(readFileSync(page));
  });

  it.each(LIBREOFFICE)('reads the same as %s', async (extension) => {
    const found = await disclosuresOf(members.get(`${name}.${extension}`) ?? new Uint8Array());
    const amountsOnly = extension.startsWith('xls');
    expect(differingFields(expected, found, amountsOnly)).toEqual(
      knownFields(name, `LibreOffice ${extension}`),
    );
  });
});

it('reads the same in a zip in a zip', async () => {
  const [page] = PAGES;
  if (!page) throw new Error('no page');
  const blocks = await printedBlocks(page.page);
  const files = Object.entries(FORMATS).map(([format, write]) => [`附件/${format}`, write(blocks)]);
  const members = await membersOf(zipSync({ '附件.zip': zipSync(Object.fromEntries(files)) }));
  const expected = await disclosuresOf(asWebPage(blocks));
  expect(members.size).toBe(files.length);
  for (const [path, bytes] of members)
    expect(differingFields(expected, await disclosuresOf(bytes)), path).toEqual([]);
});

it('knows no difference of a page or format that is not there', () => {
  const formats = [...Object.keys(FORMATS), ...LIBREOFFICE.map((extension) => `LibreOffice ${extension}`)];
  for (const known of KNOWN_DIFFERENCES) {
    expect(PAGES.map(({ name }) => name)).toContain(known.page);
    expect(formats).toEqual(expect.arrayContaining([...known.formats]));
  }
});
