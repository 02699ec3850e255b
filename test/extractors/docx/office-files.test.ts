import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../extractors/docx/docx-reader.js';
import type { Block, Extraction } from '../../../src/model/grid.js';

/** Files written by many versions of Word; not part of the repository. */
const OFFICE = '../shared/office';

/** Files that are no whole Word document, with what they end as. */
const UNREAD: Record<string, string> = {
  'protected_normal_case.docx': 'encrypted',
  'protected_upper_case.docx': 'encrypted',
  'testWORD_protected_passtika.docx': 'encrypted',
  'testWORD_truncated.docx': 'corrupt',
};

/** Lines of the second reader that we do not have, by number: they hold hidden text (`w:vanish`), which it prints. */
const HIDDEN_LINES: Record<string, number> = {
  'testWORD_emptyParaInTextbox.docx': 3,
  'testWORD_features.docx': 2,
};

const files = existsSync(OFFICE)
  ? ['docx', 'docm'].flatMap((folder) => readdirSync(join(OFFICE, folder)).map((name) => join(folder, name)))
  : [];
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(OFFICE, file)));
const read = (file: string): Promise<Extraction> => docxReader.read(bytesOf(file), { path: file });

/** Text without white space; hyphens that do not break are plain ones, soft ones are none. */
const bare = (text: string): string => text.replace(/[\s\u00ad]+/g, '').replaceAll('\u2011', '-');

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.cells.map((cell) => cell.text + textOf(cell.nested ?? [])).join(''),
    )
    .join('');

describe.skipIf(files.length === 0)('files written by Word', () => {
  const whole = files.filter((file) => !(basename(file) in UNREAD));

  test.each(whole)('%s: nothing the second reader has is missing', async (file) => {
    const { blocks } = await read(file);
    const ours = bare(textOf(blocks));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytesOf(file)) });
    const missing = value
      .split('\n')
      .map(bare)
      .filter((line) => line !== '' && !ours.includes(line));
    expect(missing).toHaveLength(HIDDEN_LINES[basename(file)] ?? 0);
  });

  test('automatic numbers are those Word shows, as a file made to show them spells out', async () => {
    const { blocks } = await read('docx/testWORD_override_list_numbering.docx');
    const items = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    const numbered = items.filter((text) => !text.startsWith('Test ') && !text.startsWith('•'));
    expect(numbered.filter((text) => !/^(.+) \1$/.test(text))).toEqual([]);
    expect(numbered).toHaveLength(43);
  });

  test.each(Object.entries(UNREAD))('%s ends as %s', async (name, outcome) => {
    await expect(read(join('docx', name))).rejects.toMatchObject({ outcome });
  });
});
