import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseIcdar } from './parse-icdar.js';
import { parseJsonTables } from './parse-json-tables.js';
import { cellsOfRows, type TableCells } from './table-cells.js';

export interface ExpectedDocument {
  /** Path of the document below the folder. */
  path: string;
  tables: TableCells[];
}

export interface Suite {
  documents: ExpectedDocument[];
  /** Files that have no part in it, and why. */
  left: string[];
}

const DOCUMENT = /\.(pdf|docx?|wps|rtf|xlsx?|xlsm|et|html?)$/i;
const PARSERS: { of: RegExp; parse: (text: string) => TableCells[] }[] = [
  { of: /-str\.xml$/i, parse: parseIcdar },
  { of: /\.csv$/i, parse: (text) => [cellsOfRows(parseCsv(text))] },
  { of: /\.json$/i, parse: parseJsonTables },
];

/**
 * The documents below a folder with the tables expected of them, from the files beside each that bear its name: `a.csv`,
 * `a.json`, `a-str.xml` for `a.pdf`, and where a document has several, `a-1.csv`, `a_page-2.csv`, `a.2.json`.
 */
export function expectedTables(folder: string): Suite {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  const documents = files.filter((file) => DOCUMENT.test(file));
  const tables = new Map<string, TableCells[]>();
  const left: string[] = [];
  for (const file of files) {
    const parser = PARSERS.find(({ of }) => of.test(file));
    if (!parser) continue;
    const of = documentsOf(file, documents);
    if (of.length === 0) {
      left.push(`${file}: no document of that name`);
      continue;
    }
    try {
      const read = parser.parse(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, ''));
      for (const document of of) tables.set(document, [...(tables.get(document) ?? []), ...read]);
    } catch (error) {
      left.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  left.push(
    ...documents.filter((path) => !tables.has(path)).map((path) => `${path}: nothing expected of it`),
  );
  return { documents: [...tables].map(([path, of]) => ({ path, tables: of })), left };
}

/** The documents a file of expectations is for: those with the longest name that its own begins with. */
function documentsOf(file: string, documents: readonly string[]): string[] {
  const name = stem(file);
  const fitting = documents.filter((document) => {
    const own = stem(document);
    return name === own || (name.startsWith(own) && /^[-_.]/.test(name.slice(own.length)));
  });
  const longest = Math.max(0, ...fitting.map((document) => stem(document).length));
  return fitting.filter((document) => stem(document).length === longest);
}

const stem = (path: string): string => join(path, '..', basename(path, extname(path)));

const parseCsv = (text: string): string[][] =>
  parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
