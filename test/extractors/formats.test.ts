import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatTable, hasDrawnPages, readersFor } from '../../extractors/formats.js';

test('the table of formats has each format once, with what it keeps and loses', async () => {
  const table = await formatTable();
  const names = table.map(({ format }) => format);
  const files = readdirSync(new URL('../../extractors', import.meta.url), { recursive: true });
  const readers = files.flatMap((file) => /^([a-z0-9-]+)\/\1-reader\.ts$/.exec(String(file))?.[1] ?? []);
  expect(readers.length).toBeGreaterThan(8);
  expect(names.sort()).toEqual([...readers, 'archive'].sort());
  for (const { title, extensions, keeps, loses } of table) {
    expect(extensions.length).toBeGreaterThan(0);
    expect(title && keeps && loses).toBeTruthy();
  }
});

test('a container loads only the readers that may read it', async () => {
  const formats = async (container: 'rtf' | 'ole') =>
    (await readersFor(container)).map(({ format }) => format);
  expect(await formats('rtf')).toEqual(['rtf']);
  expect(await formats('ole')).toEqual(['doc', 'xlsx']);
});

test('pages are drawn of formats that are read', async () => {
  const drawn = (await formatTable()).map(({ format }) => format).filter(hasDrawnPages);
  expect(drawn).toEqual(['pdf', 'ofd', 'picture']);
});
