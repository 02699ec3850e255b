import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { decodeText } from '../../../extractors/bytes/charset.js';
import type { ReadHints } from '../../model/document.js';
import { UserError } from '../../model/facts/user-error.js';
import { parseFilter } from '../../model/filters.js';
import type { Provenance } from '../../model/ports/documents.js';
import { codeOfKind } from '../files/open-regular.js';
import { parseDay } from '../files/parse-day.js';
import { readWholeFile } from '../files/read-whole-file.js';
import { findRegions } from '../subjects/find-regions.js';
import { parseCsv } from './parse-csv.js';

/** What a manifest says of a file, or of everything in a folder or archive. */
export interface ManifestEntry extends Provenance {
  /** Where the file is, seen from the working folder; a member of an archive as `a.zip!/附件/1.docx`. */
  path: string;
  hints: ReadHints;
}

/** The manifest cannot be used; the message says which rows are wrong. */
class ManifestError extends UserError {
  override name = 'ManifestError';
}

/** The manifest that stands in a folder of collected files; an import of the folder reads it. */
export const MANIFEST_NAME = 'mingzhang-manifest.csv';

/** Column names, English or Chinese. */
const COLUMNS: Record<string, string> = {
  path: 'path',
  文件: 'path',
  路径: 'path',
  region: 'region',
  地区: 'region',
  行政区划代码: 'region',
  year: 'year',
  年份: 'year',
  年度: 'year',
  department: 'department',
  部门: 'department',
  url: 'url',
  网址: 'url',
  链接: 'url',
  published: 'published',
  发布日期: 'published',
  公开日期: 'published',
  title: 'title',
  标题: 'title',
  publisher: 'publisher',
  发布机构: 'publisher',
  status: 'status',
  状态: 'status',
};

/** What a column of this name holds; null for a name that means nothing here. */
export const manifestColumn = (name: string): string | null => COLUMNS[name.trim().toLowerCase()] ?? null;

/** Names of columns that a manifest may have. */
export const MANIFEST_COLUMN_NAMES: readonly string[] = Object.keys(COLUMNS);

/** A spreadsheet would run what begins so: in a manifest an apostrophe stands before it. */
const FORMULA = /^[=+\-@]/;

export const guardedCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What a cell means, without the apostrophe that guards it. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

const MOST_PROBLEMS = 10;

/**
 * Reads a manifest: CSV (UTF-8 or GB18030) with a header row; `path` is required, the other columns may lack and their
 * cells may be blank. A row with a status and no path tells of an address behind which there is no file, and is passed over.
 * @throws ManifestError listing every row with an unknown region, a bad year or date, or no path; NotAFileError; errors of the
 *   file system
 */
export async function readManifest(file: string): Promise<ManifestEntry[]> {
  const { text } = decodeText(await bytesOf(file));
  const [header = [], ...rows] = parseCsv(text, file);
  const columns = header.map(manifestColumn);
  if (!columns.includes('path')) {
    throw new ManifestError(
      `${file} 第 1 行应是列名，且要有 path（路径）一列；可有的列：${MANIFEST_COLUMN_NAMES.join('、')}`,
    );
  }
  const problems: string[] = [];
  const entries = rows.flatMap((row, index) => {
    const value = (column: string): string => plainCell((row[columns.indexOf(column)] ?? '').trim());
    if (value('path') === '' && value('status') !== '') return [];
    const complain = (problem: string): undefined => {
      problems.push(`第 ${index + 2} 行：${problem}`);
    };
    return readEntry(value, complain);
  });
  if (problems.length > 0) {
    const more = problems.length > MOST_PROBLEMS ? [`……共 ${problems.length} 行`] : [];
    throw new ManifestError([`${file} 有错：`, ...problems.slice(0, MOST_PROBLEMS), ...more].join('\n  '));
  }
  return entries.map((entry) => ({ ...entry, path: locate(file, entry.path) }));
}

/** A manifest may also be the output of a program: `--manifest <(…)`. */
async function bytesOf(file: string): Promise<Uint8Array> {
  if (codeOfKind(await stat(file)) === 'EISFIFO') return readFile(file);
  return (await readWholeFile(file)) ?? new Uint8Array();
}

const NAMED = ['path', 'region', 'year', 'department', 'title', 'publisher'];

function readEntry(
  value: (column: string) => string,
  complain: (problem: string) => undefined,
): ManifestEntry {
  const [path, region, yearText, department, title, publisher] = NAMED.map(value);
  const year = yearText ? Number(yearText) : undefined;
  if (!path) complain('没有路径');
  if (yearText && 'wrong' in parseFilter('year', yearText)) complain(`年份应为四位，不能是 ${yearText}`);
  const published = value('published') === '' ? null : parseDay(value('published'));
  if (published === null && value('published') !== '') complain(`看不懂日期 ${value('published')}`);
  const code = region ? regionCode(region, year ?? null, complain) : undefined;
  return {
    path: path ?? '',
    hints: {
      ...(code && { region: code }),
      ...(year && { year }),
      ...(department && { department }),
      ...(title && { title }),
      ...(publisher && { publisher }),
    },
    url: value('url') || null,
    published,
  };
}

/** The code of the one region meant; its name where it has no code. */
function regionCode(
  text: string,
  year: number | null,
  complain: (problem: string) => undefined,
): string | undefined {
  const found = findRegions(text, year);
  if (found.length === 1) return found[0]?.code ?? text;
  return complain(
    found.length === 0 ? `没有地区 ${text}` : `${text} 可能指 ${found.length} 个地区，请写行政区划代码`,
  );
}

/** Paths stand below the manifest's folder; one that is not there may stand below the working folder. */
function locate(manifest: string, path: string): string {
  const [outer = '', ...inner] = path.replaceAll('\\', '/').split('!/');
  const below = isAbsolute(outer) ? outer : join(dirname(manifest), outer);
  return [existsSync(below) || !existsSync(outer) ? below : outer, ...inner].join('!/');
}
