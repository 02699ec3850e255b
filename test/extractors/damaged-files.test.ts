import { utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../extractors/read-bytes.js';
import { fuzzSeeds } from '../support/fuzz-seeds.js';
import { mutate } from '../support/mutate.js';
import { SeededRandom } from '../support/seeded-random.js';

const ROWS = [
  ['一级指标', '三级指标', '指标值'],
  ['产出指标', '整理档案卷数', '≥1500卷'],
];

const openDocument = (kind: string, body: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>${body}</office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.${kind}"/></manifest:manifest>`,
    ),
  });

const seeds = new Map<string, Uint8Array>([
  ...fuzzSeeds(),
  [
    'ods',
    new Uint8Array(
      write(utils.book_new(utils.aoa_to_sheet(ROWS), '表'), { type: 'buffer', bookType: 'ods' }),
    ),
  ],
  ['odt', openDocument('text', '<office:text><text:p>年度绩效目标</text:p></office:text>')],
]);

/** What is found to be of another format than its seed is called. */
const FORMATS: Record<string, string> = {
  'encrypted xlsx': 'xlsx',
  'encrypted xls': 'xls',
  text: 'csv',
};

type Damage = (bytes: Uint8Array, random: SeededRandom) => Uint8Array;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Of a package one part is changed; of other files the bytes themselves. */
const inPart =
  (change: (content: Uint8Array, random: SeededRandom) => Uint8Array | null): Damage =>
  (bytes, random) => {
    if (!isZip(bytes)) return change(bytes, random) ?? bytes.subarray(0, 8);
    const parts = unzipSync(bytes);
    const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
    const name = names[random.integer(0, names.length - 1)] ?? '';
    const changed = change(parts[name] ?? new Uint8Array(), random);
    const { [name]: _, ...others } = parts;
    return zipSync(changed ? { ...others, [name]: changed } : others);
  };

const DAMAGES: Record<string, Damage> = {
  'cut in half': (bytes) => bytes.slice(0, bytes.length >> 1),
  'cut anywhere': (bytes, random) => bytes.slice(0, random.integer(9, bytes.length - 1)),
  'without its beginning': (bytes, random) => bytes.slice(random.integer(1, 400)),
  'with flipped bytes': (bytes, random) =>
    bytes.map((byte) => (random.next() < 0.01 ? byte ^ (1 << random.integer(0, 7)) : byte)),
  'with a block of zeros': (bytes, random) =>
    bytes.slice().fill(0, random.integer(8, bytes.length >> 1), bytes.length >> 1),
  'without a part': inPart(() => null),
  'with an empty part': inPart(() => new Uint8Array()),
  'with a part cut off': inPart((content) => content.slice(0, content.length >> 1)),
  'with a part of another kind': inPart(() => strToU8('<html><body>404 Not Found</body></html>')),
  'with a part of nonsense': inPart((content, random) => content.map(() => random.integer(0, 255))),
  'with names changed': inPart((content) =>
    strToU8(new TextDecoder().decode(content).replaceAll('heet', 'hit').replaceAll('ody', 'od')),
  ),
  'damaged somehow': mutate,
};

/** The beginnings of what engines and libraries say of themselves. */
const ENGINE =
  /cannot read|undefined|is not|unexpected|invalid|error|unsupported|corrupt|failed|exception|unclosed|bad |NaN|\bat \d+:\d+|\[object/i;

const chinese = /\p{Script=Han}{2}/u;
/** What only the makers of the program need is marked as such. */
const withoutDetail = (reason: string): string => reason.replace(/（技术细节：.*）$/s, '');

describe('a damaged file', () => {
  it.each([...seeds.keys()])('is told of in Chinese, with no engine’s sentence: %s', async (format) => {
    const seed = seeds.get(format) ?? new Uint8Array();
    const random = new SeededRandom(20);
    expect((await readBytes(seed, { path: 'x' })).format).toBe(FORMATS[format] ?? format);
    for (const [damage, damaged] of Object.entries(DAMAGES)) {
      for (let n = 0; n < 5; n++) {
        const { outcome, reason = null, diagnostics } = await readBytes(damaged(seed, random), { path: 'x' });
        const said = [...(reason === null ? [] : [reason]), ...diagnostics.map(({ message }) => message)];
        for (const text of said) {
          expect(text, damage).toMatch(chinese);
          expect(withoutDetail(text), damage).not.toMatch(ENGINE);
        }
        if (outcome === 'corrupt') expect(reason, damage).not.toBeNull();
      }
    }
  });
});

describe('a damaged workbook', () => {
  const book = (): Record<string, Uint8Array> =>
    unzipSync(
      new Uint8Array(
        write(utils.book_new(utils.aoa_to_sheet(ROWS), '表'), { type: 'buffer', bookType: 'xlsx' }),
      ),
    );
  const reasonOf = async (parts: Record<string, Uint8Array>): Promise<string> => {
    const { outcome, reason = '' } = await readBytes(zipSync(parts), { path: 'x' });
    return `${outcome} ${reason}`;
  };

  it('names the part that is missing or broken', async () => {
    const { 'xl/workbook.xml': catalogue = new Uint8Array(), ...others } = book();
    expect(await reasonOf({ ...others, 'xl/workbook.xml': catalogue.slice(0, 150) })).toMatch(
      /^corrupt .*xl\/workbook\.xml 不是完好的 XML$/,
    );
  });
});
