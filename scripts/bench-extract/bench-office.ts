import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readSheets } from '@e965/xlsx';
import { load } from 'cheerio';
import { decodeText } from '../../extractors/bytes/charset.js';
import { sniff } from '../../extractors/bytes/sniff.js';
import { htmlReader } from '../../extractors/html/html-reader.js';
import { readBytes } from '../../extractors/read-bytes.js';
import type { Reader } from '../../extractors/reader.js';
import { xlsxReader } from '../../extractors/xlsx/xlsx-reader.js';
import type { Parcel } from '../../src/model/ports/documents.js';
import { readDocument } from '../../src/pipeline/reading/read-document.js';
import { packReading } from '../../src/store/ground/pack-reading.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { processorMilliseconds } from '../../test/support/processor-milliseconds.js';
import { generatePile } from '../generate-pile.js';

interface File {
  path: string;
  bytes: Uint8Array;
}

const SAMPLES = 'samples';
const WORKBOOKS = ['../shared/office/xlsx', '../shared/office/xls'];
const GENERATED = 40;
/** V8 is done with compiling after some ten: a process of the import reads a thousand files. */
const ROUNDS = 12;
const TIMES = 3;

/** Workbooks against SheetJS, web pages against cheerio, and what stands behind the grids of pages, Word and text files. */
export async function officeRatios(): Promise<string[]> {
  const workbooks = await readable(xlsxReader, [...filesIn(SAMPLES), ...WORKBOOKS.flatMap(filesIn)]);
  const pages = await readable(htmlReader, filesIn(SAMPLES));
  const generated = [...generatePile({ files: GENERATED, seed: 1, formats: ['html', 'docx', 'txt'] })];
  const sheets = (files: readonly File[]) =>
    leastOf(files, {
      ours: ({ path, bytes }) => xlsxReader.read(bytes, { path }),
      theirs: ({ bytes }) => readSheets(bytes, { type: 'array' }),
    });
  const isZip = ({ bytes }: File): boolean => sniff(bytes) === 'zip';
  const inXml = workbooks.filter(isZip);
  const inBiff = workbooks.filter((file) => !isZip(file));
  const xml = await sheets(inXml);
  const biff = await sheets(inBiff);
  const markup = await leastOf(pages, {
    ours: ({ path, bytes }) => htmlReader.read(bytes, { path }),
    theirs: ({ bytes }) => load(decodeText(bytes).text),
  });
  const behind = await behindGrids([...pages, ...generated]);
  return [
    ratio('workbook grids ÷ SheetJS read', workbooks, xml.ours + biff.ours, xml.theirs + biff.theirs, 1),
    ratio('· of them .xlsx, read by ourselves', inXml, xml.ours, xml.theirs, 1),
    ratio('· of them .xls, read by SheetJS into our grids', inBiff, biff.ours, biff.theirs, 1),
    ratio('html grids ÷ cheerio load', pages, markup.ours, markup.theirs, 1.5),
    storing(behind),
  ];
}

function ratio(what: string, files: readonly File[], ours: number, theirs: number, goal: number): string {
  const each = (milliseconds: number): string => (milliseconds / files.length).toFixed(2);
  return `${what} (${files.length} files): ${each(ours)} ms ÷ ${each(theirs)} ms a file = ${(ours / theirs).toFixed(2)} (goal ${goal})`;
}

function storing({ files, read, behind, saved }: Awaited<ReturnType<typeof behindGrids>>): string {
  const each = (milliseconds: number): string => (milliseconds / files).toFixed(2);
  const share = ((100 * (behind + saved)) / read).toFixed(0);
  return `recognition to store ÷ read (${files} html, docx and text files): (${each(behind)} ms behind the grids + ${each(saved)} ms in the store) ÷ ${each(read)} ms a file = ${share} % (goal 40 %)`;
}

const filesIn = (folder: string): File[] =>
  existsSync(folder)
    ? readdirSync(folder).map((name) => {
        const path = join(folder, name);
        return { path, bytes: new Uint8Array(readFileSync(path)) };
      })
    : [];

/** Those of some files that are of a reader's format and not broken or locked. */
async function readable(reader: Reader, files: readonly File[]): Promise<File[]> {
  const readings = await Promise.allSettled(
    files.map(async (file): Promise<File> => {
      if (reader.recognize(file.bytes) < 1) throw new Error(`${file.path} is of another format`);
      await reader.read(file.bytes, file);
      return file;
    }),
  );
  return readings.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/**
 * Milliseconds of processor time over all files, the least of several rounds of so many times: what one small file drops is collected
 * with that of others. One reader after the other, for the next would have to collect what the one before it dropped, which from
 * cheerio takes longer than to parse.
 */
async function leastOf<Name extends string>(
  files: readonly File[],
  readers: Record<Name, (file: File) => unknown>,
  times = TIMES,
): Promise<Record<Name, number>> {
  const names = Object.keys(readers) as Name[];
  const least = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
  for (const name of names) {
    for (let round = 0; round < ROUNDS; round++) {
      const own = await processorMilliseconds(async () => {
        for (let time = 0; time < times; time++) for (const file of files) await readers[name](file);
      });
      least[name] = Math.min(least[name], own / times);
    }
  }
  return least;
}

/** Of files: the whole of reading them, what of it comes after the grids, and storing them; in milliseconds of processor time. */
async function behindGrids(files: readonly File[]) {
  const { grids, read } = await leastOf(
    files,
    {
      grids: ({ path, bytes }) => readBytes(bytes, { path }),
      read: async ({ path, bytes }) => packReading(await readDocument(bytes, { path })),
    },
    1,
  );
  const parcels: Parcel[] = [];
  for (const { path, bytes } of files) {
    const document = await readDocument(bytes, { path });
    parcels.push({ document, packed: packReading(document) });
  }
  let saved = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const store = openSqliteStore(':memory:');
    saved = Math.min(saved, await processorMilliseconds(() => store.saveAll(parcels)));
    await store.close();
  }
  return { files: files.length, read, behind: read - grids, saved };
}
