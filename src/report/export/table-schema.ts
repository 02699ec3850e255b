import type { View, ViewColumn } from '../../model/views.js';

const TYPES = { integer: 'integer', real: 'number', text: 'string' } as const;

/** Table Schema of a view (Data Package v2): Chinese titles, meanings, units, closed lists, what a blank means, keys. */
export function tableSchema(view: View, exported: readonly string[]): Record<string, unknown> {
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
  type: TYPES[type],
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
