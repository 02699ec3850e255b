import * as z from 'zod';
import { FORM_KINDS, type FormKind } from '../../../src/model/facts/form-kinds.js';

import { listData, loadData } from '../../../src/model/load-data.js';

const schema = z.object({
  title: z.string(),
  kind: z.enum(FORM_KINDS),
  /** Features the form must show, and must not show (form-features.ts). */
  has: z.array(z.string()),
  lacks: z.array(z.string()),
  /** Place and year where the layout was seen. */
  seen: z.array(z.string()),
});

export interface FormDefinition extends z.infer<typeof schema> {
  id: string;
}

let loaded: FormDefinition[] | undefined;

/** Known layouts, one file each under data/forms; the file's name is the id. */
export function formDefinitions(): readonly FormDefinition[] {
  loaded ??= listData('forms').map((id) => ({ id, ...loadData(`forms/${id}.json`, schema) }));
  return loaded;
}

/**
 * The layout a form has: of the definitions whose features it shows the one that asks for most. Null for a layout that has
 * not been described yet; it is read all the same. Several only when two definitions ask for equally much.
 */
export function definitionsOf(kind: FormKind, features: ReadonlySet<string>): FormDefinition[] {
  const fitting = formDefinitions().filter(
    (definition) =>
      definition.kind === kind &&
      definition.has.every((feature) => features.has(feature)) &&
      !definition.lacks.some((feature) => features.has(feature)),
  );
  const most = Math.max(...fitting.map((definition) => definition.has.length));
  return fitting.filter((definition) => definition.has.length === most);
}
