import type { ApiDescription } from '../../api/create-api.js';

/** A parameter or a field of an answer. */
export interface Field {
  name: string;
  type: string;
  required: boolean;
  meaning: string;
}

/** One question the API answers. */
export interface Operation {
  path: string;
  summary: string;
  description: string | null;
  parameters: Field[];
  /** Fields of the answer; those of a row in a list as `rows[].project`. */
  answer: Field[];
}

/** The parts of JSON Schema that the description uses. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface RawOperation {
  summary?: string;
  description?: string;
  parameters?: { name: string; required?: boolean; description?: string; schema: Schema }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** Operations in the order they were declared. */
export function listOperations(description: ApiDescription): Operation[] {
  const schemas = (description.components?.schemas ?? {}) as Record<string, Schema>;
  const resolve = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  return Object.entries(description.paths ?? {}).map(([path, { get }]) => {
    const { summary, description: more, parameters = [], responses } = get as unknown as RawOperation;
    const answer = responses['200']?.content?.['application/json']?.schema ?? {};
    return {
      path,
      summary: summary ?? '',
      description: more ?? null,
      parameters: parameters.map(({ name, required, description: meaning, schema }) => ({
        name,
        type: typeName(schema),
        required: required ?? false,
        meaning: meaning ?? schema.description ?? '',
      })),
      answer: fieldsOf(resolve(answer), resolve, ''),
    };
  });
}

function fieldsOf(schema: Schema, resolve: (schema: Schema) => Schema, prefix: string): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const required = schema.required?.includes(name) ?? false;
    const own = {
      name: `${prefix}${name}`,
      type: typeName(field),
      required,
      meaning: field.description ?? '',
    };
    return [own, ...(field.items ? fieldsOf(resolve(field.items), resolve, `${prefix}${name}[].`) : [])];
  });
}

const TYPES: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '是否',
  array: '列表',
  object: '对象',
};

function typeName({ type, enum: values, anyOf, allOf }: Schema): string {
  const types = [type ?? [], ...[...(anyOf ?? []), ...(allOf ?? [])].map((each) => each.type ?? [])].flat();
  const named = [...new Set(types)].filter((each) => each !== 'null').map((each) => TYPES[each] ?? each);
  const choices = values?.filter((value) => value !== null) ?? [];
  const name = choices.length > 0 && choices.length <= 6 ? choices.join(' | ') : named.join('或');
  return types.includes('null') ? `${name}，可空` : name;
}
