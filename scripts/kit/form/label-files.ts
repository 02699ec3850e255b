import { z } from 'zod';
import { similarity } from '../../../src/audit/texts/similarity.js';
import type { House } from '../house.js';

const FOLDER = 'data/vocabulary';
const labels = z.array(z.string());
const ROLES = z.looseObject({
  roles: z.array(
    z.looseObject({
      role: z.string(),
      both: labels.optional(),
      beside: labels.optional(),
      above: labels.optional(),
    }),
  ),
});
const BUDGETS = z.looseObject({ labels: z.array(z.looseObject({ axis: z.string(), labels })) });

/** A file of labels, parsed: lists of labels can be added to. */
export interface LabelFile {
  file: string;
  content: unknown;
  entries: { role: string; labels: string[] }[];
}

/** The file as it stands, with its keys in their order, once it is of the schema's shape. */
function parse<T>(house: House, file: string, schema: z.ZodType<T>): T {
  const content = JSON.parse(house.read(file) ?? 'null');
  schema.parse(content);
  return content;
}

/** The labels of cells and columns, by role; those of amounts are `budget.` and their axis. */
export function labelFiles(house: House): LabelFile[] {
  const [roles, budgets] = [`${FOLDER}/roles.json`, `${FOLDER}/budget-labels.json`];
  const words = parse(house, roles, ROLES);
  const amounts = parse(house, budgets, BUDGETS);
  return [
    {
      file: roles,
      content: words,
      entries: words.roles.flatMap(({ role, both, beside, above }) =>
        [both, beside, above].flatMap((list) => (list ? [{ role, labels: list }] : [])),
      ),
    },
    {
      file: budgets,
      content: amounts,
      entries: amounts.labels.map(({ axis, labels: list }) => ({ role: `budget.${axis}`, labels: list })),
    },
  ];
}

/**
 * Adds a label to the list of its role that has the likest one: beside a value, above a column, or both.
 * @throws Error when there is no such role, or it has the label
 */
export function addLabel(house: House, label: string, role: string): void {
  const files = labelFiles(house);
  const lists = files.flatMap((each) =>
    each.entries.filter((entry) => entry.role === role).map((entry) => ({ ...entry, of: each })),
  );
  if (lists.length === 0) {
    const known = [...new Set(files.flatMap(({ entries }) => entries.map((entry) => entry.role)))];
    throw new Error(`没有角色 ${role}；可用：${known.join('、')}`);
  }
  if (lists.some((entry) => entry.labels.includes(label))) throw new Error(`${role} 已有“${label}”`);
  const closeness = (list: string[]): number => Math.max(...list.map((each) => similarity(label, each)));
  const [nearest] = lists.sort((a, b) => closeness(b.labels) - closeness(a.labels));
  nearest?.labels.push(label);
  if (nearest) house.change(nearest.of.file, () => `${JSON.stringify(nearest.of.content, null, 2)}\n`);
}
