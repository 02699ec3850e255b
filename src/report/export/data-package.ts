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
}

/** The files of a view in a dataset, below its folder. */
export interface DatasetView {
  view: View;
  paths: readonly string[];
  /** Of all of them. */
  bytes: number;
}

/** What a package was made of. */
interface Origin {
  created: Date;
  version: string;
  /** What was chosen of the store, in words; '' for all of it. */
  chosen: string;
}

/**
 * The descriptor of an exported folder: Data Package v2 (https://datapackage.org), one tabular resource per view, and its Parquet
 * file, with hashes, so that a copy can be checked.
 */
export function dataPackage(views: readonly ExportedView[], origin: Origin): Record<string, unknown> {
  const names = views.map(({ view }) => view.name);
  return packageOf(
    views.flatMap((each) => resourcesOf(each, names)),
    origin,
  );
}

/** The descriptor of a dataset: one tabular resource per view that has rows, in all of its files. */
export function datasetPackage(views: readonly DatasetView[], origin: Origin): Record<string, unknown> {
  const there = views.filter(({ paths }) => paths.length > 0);
  const names = there.map(({ view }) => view.name);
  return packageOf(
    there.map(({ view, paths, bytes }) => ({
      name: resourceName(view),
      type: 'table',
      title: view.title,
      description: `${view.meaning}；${DIVIDED}`,
      path: paths,
      ...PARQUET,
      bytes,
      schema: tableSchema(view, names),
    })),
    origin,
  );
}

const DIVIDED = '省与年度写在文件夹的名称里，不在文件里';

const packageOf = (
  resources: readonly Record<string, unknown>[],
  { created, version, chosen }: Origin,
): Record<string, unknown> => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'mingzhang-export',
  title: '部门预算绩效目标公开数据',
  description: `由各地公开的部门预算绩效目标表读出；每行的 place 与 documents 的 path、url 指回原文。填表人姓名与电话已遮盖。疑点（findings）是待核实线索，不是结论。${chosen === '' ? '' : `只有符合这些条件的：${chosen}。`}`,
  created: created.toISOString(),
  sources: [{ title: '各地财政部门、预算单位公开的绩效目标表；逐份见 documents 的 path 与 url' }],
  contributors: [{ title: `mingzhang ${version}`, roles: ['wrangler'] }],
  resources,
});

const resourceName = ({ name }: View): string => name.replaceAll('_', '-');

const PARQUET = { format: 'parquet', mediatype: 'application/vnd.apache.parquet' };

const resourcesOf = (
  { view, rows, csv, parquet }: ExportedView,
  exported: readonly string[],
): Record<string, unknown>[] => [
  {
    name: resourceName(view),
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
  },
  {
    description: `与 ${resourceName(view)} 相同的行`,
    ...PARQUET,
    name: `${resourceName(view)}-parquet`,
    title: `${view.title}（Parquet）`,
    path: parquet.path,
    bytes: parquet.bytes,
    hash: `sha256:${parquet.hash}`,
  },
];

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
