import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { docxReader } from '../../extractors/docx/docx-reader.js';

/** One document, three readers, best of several rounds in milliseconds of processor time. */
export interface DocxBenchRow {
  name: string;
  /** Size of word/document.xml inflated. */
  xmlBytes: number;
  ours: number;
  mammoth: number;
  /** unzip + SAX over the parts a reader needs, with handlers that do nothing: the least a reader can do. */
  bare: number;
  /** mammoth ÷ ours: at least 4 is wanted. */
  timesFaster: number;
  /** ours ÷ bare: at most 3 is wanted. */
  timesBare: number;
}

const OFFICE_FOLDER = '../shared/office/docx';
const MAIN_PART = 'word/document.xml';
const WARM_UP_ROUNDS = 30;
const FEWEST_ROUNDS = 3;
const MOST_ROUNDS = 300;
const MILLISECONDS_A_DOCUMENT = 1500;
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Measures docx → grids against mammoth.convertToHtml and a bare pass, in turn, in one run, on the same bytes. */
export async function benchDocx(): Promise<DocxBenchRow[]> {
  const rows: DocxBenchRow[] = [];
  const warmUp = generate(1, 30);
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    await docxReader.read(warmUp, { path: 'warm-up.docx' });
    barePass(warmUp);
    await mammoth.convertToHtml({ buffer: Buffer.from(warmUp) });
  }
  for (const { name, bytes } of [...generatedDocuments(), ...officeDocuments()]) {
    const best = {
      ours: Number.POSITIVE_INFINITY,
      mammoth: Number.POSITIVE_INFINITY,
      bare: Number.POSITIVE_INFINITY,
    };
    const start = performance.now();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      best.ours = Math.min(best.ours, await timeOf(() => docxReader.read(bytes, { path: name })));
      best.bare = Math.min(best.bare, await timeOf(async () => barePass(bytes)));
      const buffer = Buffer.from(bytes);
      best.mammoth = Math.min(best.mammoth, await timeOf(() => mammoth.convertToHtml({ buffer })));
      if (round + 1 >= FEWEST_ROUNDS && performance.now() - start > MILLISECONDS_A_DOCUMENT) break;
    }
    rows.push({
      name,
      xmlBytes: unzipSync(bytes)[MAIN_PART]?.length ?? 0,
      ...best,
      timesFaster: best.mammoth / best.ours,
      timesBare: best.ours / best.bare,
    });
  }
  return rows;
}

async function timeOf(read: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Parts that a complete reader opens: text, styles, lists, notes, headers and footers. */
const READ_PARTS = /^word\/(document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml$/;

function barePass(bytes: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!READ_PARTS.test(name)) continue;
    const parser = new SaxesParser({});
    parser.on('opentag', ignore);
    parser.on('closetag', ignore);
    parser.on('text', ignore);
    parser.write(strFromU8(part)).close();
  }
}

const ignore = (): void => undefined;

function officeDocuments(): { name: string; bytes: Uint8Array }[] {
  if (!existsSync(OFFICE_FOLDER)) return [];
  return readdirSync(OFFICE_FOLDER)
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(OFFICE_FOLDER, name))) }))
    .filter(({ bytes }) => docxReader.recognize(bytes) === 1 && isWhole(bytes));
}

/** Not cut off: the end of its directory is there. */
const isWhole = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('PK\u0005\u0006');

function generatedDocuments(): { name: string; bytes: Uint8Array }[] {
  return [
    { name: 'one form (30 rows)', bytes: generate(1, 30) },
    { name: 'a pack (80 forms of 30 rows)', bytes: generate(80, 30) },
    { name: 'one long table (2,000 rows)', bytes: generate(1, 2000) },
  ];
}

/** Tables of eight columns with merges and paragraphs between them; the figures come from a fixed seed. */
function generate(tables: number, rows: number): Uint8Array {
  const random = seeded(20_230_801);
  let body = '';
  for (let t = 0; t < tables; t++) {
    body += paragraph(`项目支出绩效目标表 ${t + 1}`);
    body += `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1100"/>'.repeat(8)}</w:tblGrid>`;
    for (let r = 0; r < rows; r++) body += row(r, random);
    body += '</w:tbl>';
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    [MAIN_PART]: strToU8(xml),
  });
}

function row(index: number, random: () => number): string {
  const merge = index % 5 === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const first = cell(merge, index % 5 === 0 ? '产出指标' : '');
  const wide = cell('<w:gridSpan w:val="2"/>', `发放宣传资料 ${Math.floor(random() * 1e6)} 份`);
  const rest = Array.from({ length: 5 }, () => cell('', (random() * 1000).toFixed(2)));
  return `<w:tr w:rsidR="00A10B2C"><w:trPr><w:trHeight w:val="400"/></w:trPr>${first}${wide}${rest.join('')}</w:tr>`;
}

const cell = (properties: string, text: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="1100" w:type="dxa"/>${properties}<w:vAlign w:val="center"/></w:tcPr>${paragraph(text)}</w:tc>`;

const paragraph = (text: string): string =>
  `<w:p w:rsidR="00A10B2C"><w:pPr><w:jc w:val="center"/><w:rPr><w:sz w:val="18"/></w:rPr></w:pPr>${
    text === ''
      ? ''
      : `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体"/><w:sz w:val="18"/></w:rPr><w:t>${text}</w:t></w:r>`
  }</w:p>`;

/** Park–Miller generator: the same documents in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
