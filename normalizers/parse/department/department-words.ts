import * as z from 'zod';
import { loadData } from '../../../src/model/load-data.js';

const wordsSchema = z.object({
  labels: z.array(z.string()),
  /** Notes in brackets that are no part of a name: 盖章, 汇总, 本级. */
  notes: z.array(z.string()),
  partyPrefixes: z.array(z.string()),
  /** Numbers that begin a name (120急救中心) and are no budget code. */
  emergencyNumbers: z.array(z.string()),
  /** Ends a department's name where an agency's name is glued to it. */
  joint: z.string(),
  /** Dropped from the end for the key. */
  tails: z.array(z.string()),
  party: z.array(z.string()),
  government: z.array(z.string()),
});
const namesSchema = z.array(z.object({ key: z.string(), names: z.array(z.string()) }));

export interface DepartmentWords extends z.infer<typeof wordsSchema> {
  /** Known name → key. */
  keys: ReadonlyMap<string, string>;
}

let words: DepartmentWords | undefined;

/** Rules and known names of departments (data/departments), read once. */
export function departmentWords(): DepartmentWords {
  if (!words) {
    const known = loadData('departments/names.json', namesSchema);
    words = {
      ...loadData('departments/words.json', wordsSchema),
      keys: new Map(known.flatMap(({ key, names }) => [key, ...names].map((name) => [name, key] as const))),
    };
  }
  return words;
}
