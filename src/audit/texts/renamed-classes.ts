import { z } from 'zod';
import { loadData } from '../../model/load-data.js';

const schema = z.object({
  classes: z.array(z.object({ code: z.string(), old: z.string(), new: z.string(), from: z.number() })),
});

export type RenamedClass = z.infer<typeof schema>['classes'][number];

let byOldName: Map<string, RenamedClass> | undefined;

/** The class of function or economy that was called so until another name came into force; null for names in force. */
export function renamedClass(name: string, code: string | null): RenamedClass | null {
  byOldName ??= new Map(
    loadData('audit/renamed-classes.json', schema).classes.map((each) => [each.old, each]),
  );
  const found = byOldName.get(name);
  return found && (code === null || code === found.code) ? found : null;
}
