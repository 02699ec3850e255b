import type { View, ViewColumn } from '../../model/views.js';

/** A file that was written, below the folder of the package. */
export interface WrittenFile {
  path: string;
  bytes: number;
  /** SHA-256 in hex. */
  hash: string;
}

/** What was written of a view. */
export interface ExportedView {
  view: View;
  rows: number;
  csv: WrittenFile;
  parquet: WrittenFile;
  /** Parquet again, one file per year and province; none but of views of figures. */
  parts: readonly WrittenFile[];
}

/**
 * The descriptor of an exported folder: Data Package v2 (https://datapackage.org), one tabular resource per view, and its Parquet
 * files, with hashes, so that a copy can be checked.
 * @param chosen what was chosen of the store, in words; '' for all of it
 */
export function dataPackage(
  views: readonly ExportedView[],
  { created, version, chosen }: { created: Date; version: string; chosen: string },
): Record<string, unknown> {
  const names = views.map(({ view }) => view.name);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'mingzhang-export',
    title: '部门预算绩效目标公开数据',
    description: `由各地公开的部门预算绩效目标表读出；每行的 place 与 documents 的 path、url 指回原文。填表人姓名与电话已遮盖。疑点（findings）是待核实线索，不是结论。${chosen === '' ? '' : `只有符合这些条件的：${chosen}。`}`,
    created: created.toISOString(),
    sources: [{ title: '各地财政部门、预算单位公开的绩效目标表；逐份见 documents 的 path 与 url' }],
    contributors: [{ title: `mingzhang ${version}`, roles: ['wrangler'] }],
    resources: views.flatMap((each) => resourcesOf(each, names)),
  };
}

function resourcesOf(
  { view, rows, csv, parquet, parts }: ExportedView,
  exported: readonly string[],
): Record<string, unknown>[] {
  const table = {
    name: view.name.replaceAll('_', '-'),
    type: 'table',
    title: view.title,
    description: `${view.meaning}；共 ${rows} 行`,
    path: csv.path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: csv.bytes,
    hash: `sha256:${csv.hash}`,
    schema: tableSchema(view, exported),
  };
  const inParquet = {
    description: `与 ${table.name} 相同的行`,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
  };
  const whole = {
    ...inParquet,
    name: `${table.name}-parquet`,
    title: `${view.title}（Parquet）`,
    path: parquet.path,
    bytes: parquet.bytes,
    hash: `sha256:${parquet.hash}`,
  };
  const divided = {
    ...inParquet,
    name: `${table.name}-parquet-parts`,
    title: `${view.title}（Parquet，按年度与省分文件）`,
    path: parts.map(({ path }) => path),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  return parts.length === 0 ? [table, whole] : [table, whole, divided];
}

const FIELD_TYPES = { integer: 'integer', real: 'number', text: 'string' } as const;

/** Table Schema of a view (Data Package v2): Chinese titles, meanings, units, closed lists, what a blank means, keys. */
function tableSchema(view: View, exported: readonly string[]): Record<string, unknown> {
  const names = view.columns.map(({ name }) => name);
  const primaryKey = names.includes('id') ? { primaryKey: ['id'] } : {};
  const foreignKeys = [
    ...reference(names, 'document_id', 'documents', exported, view.name),
    ...reference(names, 'project_id', 'projects', exported, view.name),
  ];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: view.columns.map(field),
    missingValues: [{ value: '', label: '原文没印、没读出或不适用' }],
    ...primaryKey,
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

const field = ({ name, title, type, meaning, unit, values }: ViewColumn): Record<string, unknown> => ({
  name,
  title,
  type: FIELD_TYPES[type],
  description: unit ? `${meaning}（单位：${unit}）` : meaning,
  ...(unit ? { unit } : {}),
  ...(values ? { constraints: { enum: [...values] } } : {}),
});

function reference(
  names: readonly string[],
  column: string,
  resource: string,
  exported: readonly string[],
  own: string,
): Record<string, unknown>[] {
  const isThere = names.includes(column) && exported.includes(resource) && own !== resource;
  return isThere
    ? [{ fields: [column], reference: { resource: resource.replaceAll('_', '-'), fields: ['id'] } }]
    : [];
}
