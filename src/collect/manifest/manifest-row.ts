import { parse } from 'csv-parse/sync';
import { guardedCell, plainCell } from '../../pipeline/inputs/read-manifest.js';
import { csvLine } from '../../report/csv-line.js';

/**
 * What became of an address: what stands there is kept, was replaced since, is gone; was never there, is none that is collected,
 * was refused, could not be had.
 */
const STATUSES = ['fetched', 'replaced', 'gone', 'missing', 'skipped', 'refused', 'failed'] as const;
type Status = (typeof STATUSES)[number];

/** One address, and one version of what stands there. Texts; '' where nothing is known. */
export interface ManifestRow {
  /** Of the content, seen from the manifest; '' where none is kept. */
  path: string;
  url: string;
  final_url: string;
  referrer: string;
  title: string;
  /** ISO date: as the page prints it; of a later version no earlier than the server says it changed. */
  published: string;
  /** 发布机构 as printed. */
  publisher: string;
  /** 索引号 as printed. */
  index_number: string;
  /** As the list of addresses has them. */
  region: string;
  year: string;
  department: string;
  /** Of the file, as the server or the page calls it. */
  name: string;
  kind: 'page' | 'file' | '';
  status: Status;
  reason: string;
  http_status: string;
  /** ISO times: when this version came, and when the address was last asked. */
  fetched: string;
  checked: string;
  sha256: string;
  bytes: string;
  type: string;
  etag: string;
  last_modified: string;
}

export const EMPTY_ROW: Readonly<ManifestRow> = {
  path: '',
  url: '',
  final_url: '',
  referrer: '',
  title: '',
  published: '',
  publisher: '',
  index_number: '',
  region: '',
  year: '',
  department: '',
  name: '',
  kind: '',
  status: 'failed',
  reason: '',
  http_status: '',
  fetched: '',
  checked: '',
  sha256: '',
  bytes: '',
  type: '',
  etag: '',
  last_modified: '',
};

const MANIFEST_COLUMNS = Object.keys(EMPTY_ROW) as (keyof ManifestRow)[];

export const headerLine = (): string => `\uFEFF${csvLine(MANIFEST_COLUMNS)}`;

/** One line of the manifest: values have no line breaks, so that a line is a row. */
export const rowLine = (row: ManifestRow): string =>
  csvLine(
    MANIFEST_COLUMNS.map((column) => guardedCell(row[column].replace(/[\p{Control}\s]+/gu, ' ').trim())),
  );

/**
 * Rows of a manifest as far as it is written: what a program that was killed left of its last line is dropped. Columns may stand
 * in any order and lack; rows without an address or of no known status are none.
 * @throws CsvError where it is no CSV
 */
export function parseManifest(text: string): ManifestRow[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const records: Record<string, string>[] = parse(whole, {
    bom: true,
    columns: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return records.flatMap((record) => {
    const row: ManifestRow = { ...EMPTY_ROW };
    for (const column of MANIFEST_COLUMNS) {
      const cell = record[column];
      if (cell !== undefined) Object.assign(row, { [column]: plainCell(cell) });
    }
    return row.url !== '' && STATUSES.includes(row.status) ? [row] : [];
  });
}
