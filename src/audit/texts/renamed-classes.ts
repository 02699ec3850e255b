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

/** An old name that the prose prints as one of a class: with 类, 款, 项 or its function code in brackets behind it. */
export function renamedClassesIn(text: string): RenamedClass[] {
  const classes = text
    .replace(/\s+/g, '')
    .matchAll(/([\p{Script=Han}]{2,20})[(（](类级?|款级?|项级?|2\d{2,6})[)）]/gu);
  return [...classes].flatMap(([, name = '', mark = '']) => {
    const own = renamedClassEnding(name);
    return own && (own.code === mark || !/\d/.test(mark)) ? [own] : [];
  });
}

/** Words before a name stand apart from it by a verb or 的 only where nothing else ends so: the whole run is the name. */
const renamedClassEnding = (name: string): RenamedClass | null =>
  renamedClass(name, null) ?? renamedClass(name.replace(/^(用于|其中|列入|包括)/, ''), null);
