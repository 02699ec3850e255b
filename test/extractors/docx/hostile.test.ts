import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../extractors/bytes/limits.js';
import { docxReader } from '../../../extractors/docx/docx-reader.js';
import { inflatePart } from '../../../extractors/docx/inflate-part.js';
import { ReadingBudget } from '../../../extractors/docx/reading-budget.js';
import { findZipParts } from '../../../extractors/docx/zip-parts.js';
import type { Extraction } from '../../../src/model/grid.js';
import { docx, docxFiles, p, r, tbl, tc, tr } from '../../support/docx-builder.js';
import { blockTexts, onlyGrid } from '../../support/grid-shape.js';
import { IS_THOROUGH } from '../../support/thorough.js';
import { timesOfReference } from '../../support/times-of-reference.js';

const read = (bytes: Uint8Array) => docxReader.read(bytes, { path: 'a.docx' });

/** Reads, and fails when that takes about ten times what the largest of these documents takes. */
async function readInTime(bytes: Uint8Array): Promise<Extraction> {
  const reading: { end?: Promise<Extraction> } = {};
  const times = await timesOfReference(async () => {
    reading.end = read(bytes);
    await reading.end.catch(() => undefined);
  });
  expect(times).toBeLessThan(3000);
  return reading.end as Promise<Extraction>;
}

describe('bombs end quickly', () => {
  test.runIf(IS_THOROUGH)('36 MB of rows in 100 KB', async () => {
    const row = tr([tc('产出指标', '<w:tcW w:w="2000" w:type="dxa"/>'), '发放宣传资料', '≥10万份']);
    const bytes = docx(tbl(Array.from({ length: Math.floor(36e6 / row.length) }, () => row)));
    expect(bytes.length).toBeLessThan(200_000);
    const { blocks, outcome } = await readInTime(bytes);
    expect(outcome).toBe('ok');
    expect(onlyGrid(blocks).rows).toBeGreaterThan(100_000);
  });

  test.runIf(IS_THOROUGH)('36 MB of text in one cell', async () => {
    const bytes = docx(tbl([tr([tc(p('预算'.repeat(6e6)))])]));
    expect(onlyGrid((await readInTime(bytes)).blocks).cells[0]?.text.length).toBe(12e6);
  });

  test.runIf(IS_THOROUGH)('a table of many cells is read', async () => {
    const row = `<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(1000)}</w:tr>`;
    const { blocks } = await readInTime(docx(tbl(Array.from({ length: 200 }, () => row))));
    expect(onlyGrid(blocks).cells).toHaveLength(200_000);
  });

  test.runIf(IS_THOROUGH)('more elements than the limit end at the limit', async () => {
    await expect(readInTime(docx('<w:p/>'.repeat(LIMITS.xmlElements)))).rejects.toMatchObject({
      name: 'LimitError',
    });
  });

  test.runIf(IS_THOROUGH).each([
    ['in many paragraphs', (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`.repeat(17)],
    ['between two tags', (text: string) => `<w:p><w:r><w:t>${text.repeat(17)}</w:t></w:r></w:p>`],
    ['in an attribute', (text: string) => `<w:p w:rsidR="${text.repeat(25)}"/>`],
  ])('more text than the limit ends at the limit: %s', async (_, body) => {
    const text = '绩'.repeat(LIMITS.documentText / 16);
    await expect(read(docx(body(text)))).rejects.toMatchObject({ name: 'LimitError' });
  });

  test.runIf(IS_THOROUGH)('blank cells count for the memory they take', async () => {
    const row = `<w:tr>${'<w:tc/>'.repeat(1000)}</w:tr>`;
    const rows = Array.from({ length: LIMITS.documentCells / 1000 + 1 }, () => row);
    await expect(read(docx(tbl(rows)))).rejects.toMatchObject({ name: 'LimitError' });
  });

  test.runIf(IS_THOROUGH)('more bytes than the limit end at the limit, whatever sizes are declared', () => {
    const bytes = zipSync({ a: new Uint8Array(64e6) });
    const [part] = findZipParts(bytes).parts.values();
    const budget = new ReadingBudget();
    budget.spendBytes(LIMITS.inflatedBytes - 20e6);
    let inflated = 0;
    const inflate = (): void => {
      if (part) inflatePart(bytes, part, budget, (chunk) => (inflated += chunk.length));
    };
    expect(inflate).toThrow('展开后超过 512 MB');
    expect(inflated).toBeLessThanOrEqual(20e6);
  });

  test.runIf(IS_THOROUGH)('a paragraph of many fields', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/><w:t>码</w:t><w:fldChar w:fldCharType="separate"/><w:t>结果</w:t><w:fldChar w:fldCharType="end"/></w:r>';
    const [text] = blockTexts((await readInTime(docx(p(field.repeat(100_000))))).blocks);
    expect(text?.length).toBe(200_000);
  });

  test('labels of lists do not multiply', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1${'长'.repeat(1e6)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const item = p('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const [text] = blockTexts((await readInTime(docx(item, { numbering }))).blocks);
    expect(text).toMatch(/^2147483647长+甲$/);
    expect(text?.length).toBeLessThan(200);
  });
});

describe('depth', () => {
  const nested = (levels: number): string =>
    `${'<w:tbl><w:tr><w:tc>'.repeat(levels)}${p('底')}${'</w:tc></w:tr></w:tbl>'.repeat(levels)}`;

  test('of nested tables is limited', async () => {
    await expect(readInTime(docx(nested(20_000)))).rejects.toMatchObject({ name: 'LimitError' });
    expect((await readInTime(docx(nested(80)))).outcome).toBe('ok');
  });

  test('of elements counts also where they mean nothing', async () => {
    await expect(readInTime(docx(`${'<x>'.repeat(300)}${'</x>'.repeat(300)}`))).rejects.toMatchObject({
      name: 'LimitError',
    });
  });
});

describe('a document type declaration', () => {
  const prolog = (inner: string): string => `<!DOCTYPE w:document [${inner}]>`;

  test('is not followed: external entities stay unread', async () => {
    const bytes = docx(p(r('甲&x;乙')), { prolog: prolog('<!ENTITY x SYSTEM "file:///etc/hostname">') });
    const { blocks, diagnostics } = await read(bytes);
    expect(blockTexts(blocks)).toEqual(['甲&x;乙']);
    expect(diagnostics.map(({ code }) => code)).toContain('doctype-ignored');
  });

  test('does not multiply entities', async () => {
    const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const { blocks } = await read(docx(p(r('&l20;')), { prolog: prolog(`<!ENTITY l0 "哈">${laughs}`) }));
    expect(blockTexts(blocks)).toEqual(['&l20;']);
  });
});

describe('numbers out of all proportion', () => {
  test('in spans and grids', async () => {
    const grid = Array.from({ length: 1000 }, () => 1);
    const rows = [
      tr([tc('甲', '<w:gridSpan w:val="99999999"/>'), '乙'], '<w:gridBefore w:val="88888888"/>'),
      tr([tc('丙', '<w:gridSpan w:val="-5"/>'), tc('丁', '<w:gridSpan w:val="x"/>')]),
    ];
    const { blocks } = await read(docx(tbl(rows, grid)));
    expect(blocks[0]).toMatchObject({
      rows: 2,
      cells: expect.arrayContaining([expect.objectContaining({ text: '丁' })]),
    });
  });

  test('a table with more slots than a grid may have is over the limit', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => tr(['甲'], `<w:gridBefore w:val="${i}"/>`));
    await expect(read(docx(tbl(rows)))).rejects.toMatchObject({ name: 'LimitError' });
  });

  test.runIf(IS_THOROUGH)('more members than an archive may have', async () => {
    const files = { ...docxFiles(p('文')) };
    for (let i = 0; i <= LIMITS.archiveMembers; i++) files[`x/${i}`] = strToU8('');
    await expect(read(zipSync(files, { level: 0 }))).rejects.toMatchObject({ name: 'LimitError' });
  });
});

test('progress is told while the text is read', async () => {
  const seen: number[] = [];
  const body = Array.from({ length: 20_000 }, (_, i) => p(`${Math.sin(i)}`)).join('');
  await docxReader.read(docx(body), { path: 'a.docx', progress: (done, total) => seen.push(done / total) });
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.at(-1)).toBe(1);
});
