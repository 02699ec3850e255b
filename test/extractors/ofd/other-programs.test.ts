import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isNode, type XmlNode } from '../../../extractors/bytes/xml-tree.js';
import { openOfd } from '../../../extractors/ofd/ofd-document.js';
import { openPackage } from '../../../extractors/ofd/ofd-package.js';
import { elementsOf, localName, ownText } from '../../../extractors/ofd/tree.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { type Extraction, isGrid } from '../../../src/model/grid.js';

const read = (bytes: Uint8Array): Promise<Extraction> => readBytes(bytes, { path: 'a.ofd' });
const textsOf = ({ blocks }: Extraction): string[] =>
  blocks.flatMap((block) => (isGrid(block) ? block.cells.map(({ text }) => text) : [block.text]));

const REAL = fileURLToPath(new URL('../../../../shared/ofd/', import.meta.url));

describe.skipIf(!existsSync(REAL))('files by other programs', () => {
  const files = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.ofd')) : [];
  /** Slanted watermarks and texts drawn twice are left out of the text. */
  const LEAVES_OUT = /slanted-text/;

  test.each(files)('%s: every letter its pages print', async (name) => {
    const bytes = new Uint8Array(readFileSync(`${REAL}${name}`));
    const extraction = await read(bytes);
    expect(['ok', 'empty']).toContain(extraction.outcome);
    if (extraction.diagnostics.some(({ code }) => LEAVES_OUT.test(code))) return;
    const found = countOf(textsOf(extraction).join(''));
    const printed = countOf(lettersOf(bytes));
    const lacking = [...printed].filter(([letter, count]) => (found.get(letter) ?? 0) < Math.min(count, 1));
    expect(lacking.map(([letter]) => letter)).toEqual([]);
    const total = [...printed.values()].reduce((sum, each) => sum + each, 0);
    const read1 = [...found.values()].reduce((sum, each) => sum + each, 0);
    expect(read1).toBeGreaterThanOrEqual(total * 0.93);
  });
});

function countOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.replace(/\s/g, '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** All text codes of the pages and their templates. */
function lettersOf(bytes: Uint8Array): string {
  const ofd = openPackage(bytes);
  const codes = (node: XmlNode): string =>
    localName(node) === 'TextCode' ? ownText(node) : node.children.filter(isNode).map(codes).join('');
  return openOfd(ofd)
    .pages.map(({ path, folder, document }) => {
      const page = ofd.read(path, folder)?.root;
      const templates = elementsOf(page, 'Template').map(({ attributes }) => {
        const place = document.templates.get(attributes.TemplateID ?? '');
        const template = place === undefined ? undefined : ofd.read(place, document.folder)?.root;
        return template ? codes(template) : '';
      });
      return (page ? codes(page) : '') + templates.join('');
    })
    .join('');
}
