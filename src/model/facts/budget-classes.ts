import * as z from 'zod';
import { loadData } from '../load-data.js';

/** 支出功能分类 (类 3 digits, 款 5, 项 7), 部门预算支出经济分类 and 政府预算支出经济分类 (类 3, 款 5). */
const CLASSIFICATIONS = ['function', 'department-economy', 'government-economy'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** A name of a class with the first and the last year it was in force; undefined: not known to have begun or ended. */
export interface ClassName {
  name: string;
  from?: number | undefined;
  to?: number | undefined;
}

export interface BudgetClass {
  classification: Classification;
  code: string;
  /** In the order of the years they were in force. */
  names: readonly ClassName[];
}

const className = z.object({
  name: z.string(),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
});
const schema = z.object({
  source: z.string(),
  /** One name means that the class has had no other that is known. */
  classes: z.record(z.string().regex(/^\d{3}(\d\d){0,2}$/), z.union([z.string(), z.array(className).min(1)])),
});

let classes: { byCode: Map<string, BudgetClass>; byName: Map<string, BudgetClass[]> } | undefined;

/** A class of the national classification of government revenue and expenditure (政府收支分类科目) by its code. */
export const budgetClass = (code: string): BudgetClass | undefined => loaded().byCode.get(code);

/** The classes that have or had a name; spaces and the width of brackets do not count. */
export const classesNamed = (name: string): readonly BudgetClass[] =>
  loaded().byName.get(nameKey(name)) ?? [];

/** A name that another one has replaced. */
export interface OutdatedClassName {
  old: string;
  new: string;
  /** The first year of the new name. */
  from: number;
  code: string;
}

/** How many digits a code of each level has. */
export const CLASS_DIGITS = { 类: 3, 款: 5, 项: 7 } as const;
export type ClassLevel = keyof typeof CLASS_DIGITS;

/** Shorter names without a code are words of other things too: 文化, 农业. */
const SHORTEST_WITHOUT_CODE = 4;

/**
 * What replaced a class's name by a year; null where the name is in force, is none, or is in force for another class it may mean.
 * @param code as printed; null where none is
 * @param level as printed behind the name; null where it is not
 */
export function outdatedClassName(
  name: string,
  code: string | null,
  year: number,
  level: ClassLevel | null = null,
): OutdatedClassName | null {
  if (code === null && nameKey(name).length < SHORTEST_WITHOUT_CODE) return null;
  const meant = classesNamed(name).filter(
    (each) =>
      (code === null || each.code === code) && (level === null || each.code.length === CLASS_DIGITS[level]),
  );
  const replaced = meant.flatMap(({ names, code: own }): OutdatedClassName[] => {
    const now = names.findLast((each) => (each.from ?? year) <= year && (each.to ?? year) >= year);
    const isInForce = names.some((each) => nameKey(each.name) === nameKey(name) && (each.to ?? year) >= year);
    return isInForce || now?.from === undefined
      ? []
      : [{ old: name, new: now.name, from: now.from, code: own }];
  });
  return replaced.length === meant.length ? (replaced[0] ?? null) : null;
}

/** Names are compared without white space and with half-width brackets. */
const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

function loaded(): NonNullable<typeof classes> {
  if (classes) return classes;
  const all = CLASSIFICATIONS.flatMap((classification) =>
    Object.entries(loadData(`statements/classifications/${classification}.json`, schema).classes).map(
      ([code, names]): BudgetClass => ({
        classification,
        code,
        names: typeof names === 'string' ? [{ name: names }] : names,
      }),
    ),
  );
  const byName = new Map<string, BudgetClass[]>();
  for (const each of all) {
    for (const { name } of each.names) {
      const key = nameKey(name);
      byName.set(key, [...(byName.get(key) ?? []), each]);
    }
  }
  classes = { byCode: new Map(all.map((each) => [each.code, each])), byName };
  return classes;
}
