import { strToU8, zipSync } from 'fflate';
import { docx, p } from '../support/docx-builder.js';
import { fuzzSeeds } from '../support/fuzz-seeds.js';
import { mutate } from '../support/mutate.js';
import { SeededRandom } from '../support/seeded-random.js';

const MEGABYTE = 1024 * 1024;

/** Files that no reader should survive by luck: bombs, floods, and whole documents damaged at random. */
export function hostileFiles(count: number): Record<string, Uint8Array> {
  const bombs = bombFiles();
  const seeds = [...fuzzSeeds()];
  const random = new SeededRandom(77);
  const fuzzed = Array.from({ length: count - Object.keys(bombs).length }, (_, index) => {
    const [format = '', bytes = new Uint8Array()] = seeds[index % seeds.length] ?? [];
    return [`fuzz-${index}.${format}`, mutate(bytes, random)] as const;
  });
  return { ...bombs, ...Object.fromEntries(fuzzed) };
}

function bombFiles(): Record<string, Uint8Array> {
  const zeros = new Uint8Array(60 * MEGABYTE);
  const laughs = Array.from({ length: 12 }, (_, level) => {
    const inner = level === 0 ? 'ha' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  });
  let nested = zipSync({ 'a.txt': strToU8('底') });
  for (let level = 0; level < 12; level++) nested = zipSync({ [`${level}.zip`]: nested });
  return {
    'bomb.docx': zipSync({ 'word/document.xml': zeros, '[Content_Types].xml': strToU8('<Types/>') }),
    'bomb.zip': zipSync(Object.fromEntries(Array.from({ length: 3 }, (_, n) => [`${n}.txt`, zeros]))),
    'nested.zip': nested,
    'laughs.docx': docx(p('&l11;'), { prolog: `<!DOCTYPE w [${laughs.join('')}]>` }),
    'deep.docx': docx('<w:tbl><w:tr><w:tc>'.repeat(5000)),
    'deep.html': strToU8('<table><tr><td>'.repeat(20_000)),
    'wide.html': strToU8(`<table><tr><td colspan="1000000" rowspan="1000000">绩效目标</td></tr></table>`),
    'flood.html': strToU8(`<table>${'<tr><td>绩效目标<td>1</tr>'.repeat(300_000)}</table>`),
    'line.txt': strToU8('\t绩效目标'.repeat(50_000)),
    'empty.pdf': new Uint8Array(),
    'head.pdf': strToU8(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>',
    ),
    'noise.doc': new Uint8Array(MEGABYTE).map((_, index) => (index * 7919) % 251),
  };
}
