import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { QueryError } from '../model/facts/query-error.js';
import { renderList } from '../report/render-list.js';
import type { Column, Pieces, Rows } from '../report/row.js';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.js';
import { inChunks } from './in-chunks.js';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The kind of file an address asks for. @throws QueryError where it asks for none, or for one there is not */
export function formatAsked(words: string | undefined): ExportFormat {
  const format = EXPORT_FORMATS.find((each) => each === words);
  if (format) return format;
  throw new QueryError(`文件格式应为 ${EXPORT_FORMATS.join('、')} 之一`);
}

/** A list as a file to be kept, in the bytes `mingzhang query` writes. @param name of what it lists */
export async function listFile(
  context: Context,
  name: string,
  format: ExportFormat,
  { rows, columns }: { rows: Rows; columns: readonly Column[] },
): Promise<Response> {
  return fileOf(context, name, format, await renderList(rows, columns, format));
}

/**
 * A file to be kept, sent while it is written.
 * @param name of what it holds
 * @param title it is kept under instead, in whatever script
 */
export function fileOf(
  context: Context,
  name: string,
  format: ExportFormat,
  pieces: Pieces,
  title?: string,
): Response {
  const titled = title === undefined ? '' : `; filename*=UTF-8''${encodeURIComponent(`${title}.${format}`)}`;
  context.header('Content-Type', TYPES[format]);
  context.header('Content-Disposition', `attachment; filename="mingzhang-${name}.${format}"${titled}`);
  context.header('Cache-Control', 'no-store');
  return context.body(Readable.toWeb(Readable.from(inChunks(pieces))) as ReadableStream);
}
