import * as z from 'zod';
import type { BudgetAxis, Horizon, Scope } from '../../../src/model/disclosure.js';
import { loadData } from '../../../src/model/load-data.js';
import { remembered } from '../../parse/remembered.js';
import { bareLabel, compact, datedLabels } from './label-text.js';
import { type ColumnRole, ROLES, type Role } from './roles.js';

const load = <T>(name: string, schema: z.ZodType<T>): T => loadData(`vocabulary/${name}.json`, schema);

const role = z.enum(ROLES);
const labels = z.array(z.string()).default([]);
const words = load(
  'roles',
  z.object({
    roles: z.array(
      z.object({
        role,
        glued: z.boolean().default(false),
        both: labels,
        beside: labels,
        above: labels,
      }),
    ),
    groups: z.array(z.string()),
    patterns: z.array(z.object({ role, pattern: z.string() })),
    columns: z.array(z.object({ role, pattern: z.string() })),
  }),
);

const axis = z.enum(['total', 'revenue', 'expenditure', 'funding']);
const budgets = load(
  'budget-labels',
  z.object({
    labels: z.array(
      z.object({
        axis: z.union([axis, z.literal('inherit')]),
        horizon: z.enum(['annual', 'period']).optional(),
        weak: z.boolean().optional(),
        labels: z.array(z.string()),
      }),
    ),
    totals: z.object({ of: z.array(z.string()), money: z.array(z.string()), period: z.string() }),
    scopes: z.record(z.string(), z.enum(['own', 'all-levels'])),
    groups: z.array(z.object({ label: z.string(), axis })),
  }),
);

const level = z.object({ name: z.string(), level1: z.string().optional(), aliases: z.array(z.string()) });
const levels = load('levels', z.object({ level1: z.array(level), level2: z.array(level) }));

export interface BudgetLabel {
  axis: BudgetAxis | 'inherit';
  horizon: Horizon;
  /** 金额, 合计: a label only where the surroundings say so. */
  weak: boolean;
}

interface FieldLabel {
  field: Role;
  /** The text may follow the label without a break. */
  glued: boolean;
}

const fieldByLabel = new Map<string, FieldLabel>(
  words.roles.flatMap(({ role: field, glued, both, beside }) =>
    [...both, ...beside].map((label) => [label, { field, glued }] as const),
  ),
);
const gluedLabels = [...fieldByLabel].filter(([, f]) => f.glued).map(([label]) => label);
gluedLabels.sort((a, b) => b.length - a.length);

const budgetByLabel = new Map<string, BudgetLabel>();
for (const { axis: of, horizon, weak, labels } of budgets.labels) {
  for (const label of labels) {
    budgetByLabel.set(label, { axis: of, horizon: horizon ?? 'annual', weak: weak ?? false });
  }
}
const groupAxis = new Map(budgets.groups.map((group) => [group.label, group.axis]));

const rolesByLabel = new Map<string, Role[]>();
for (const { role: of, both, above } of words.roles) {
  for (const label of [...both, ...above]) {
    const key = label.replace(/[/、]/g, '');
    rolesByLabel.set(key, [...(rolesByLabel.get(key) ?? []), of]);
  }
}
const groups = new Set([...words.groups, ...groupAxis.keys()]);

const levelMap = (list: z.infer<typeof level>[]) =>
  new Map(
    list.flatMap((l) => [l.name.replace(/指标$/, ''), ...l.aliases].map((alias) => [alias, l] as const)),
  );
const level1Map = levelMap(levels.level1);
const level2Map = levelMap(levels.level2);

/** Labels of fields, columns and levels as forms print them. */
export const KNOWN_LABELS: readonly string[] = [
  ...new Set([
    ...words.roles.flatMap(({ both, beside, above }) => [...both, ...beside, ...above]),
    ...[...levels.level1, ...levels.level2].map(({ name }) => name),
  ]),
];

/** A mark that a slip put inside a label: 计量。单位. */
const STRAY = /[\p{P}\p{S}]/gu;

/** Key of a level label: no spaces, brackets, scores, numbering, stray marks, nor the trailing 指标/目标/类/等. */
const levelKey = (text: string): string => {
  const flat = compact(text);
  return flat.length > LONGEST_LEVEL ? flat : bareLevel(flat);
};

const LONGEST_LEVEL = 40;

const bareLevel = (flat: string): string =>
  flat
    .replace(/\([^()]*\)?/g, '')
    .replace(/\d+(\.\d+)?分$/, '')
    .replace(/^[\d.、]+/, '')
    .replace(STRAY, '')
    .replace(/(指标|目标|类|等|情况)+$/, '');

const fieldPatterns = words.patterns.map(({ role: field, pattern }) => ({
  field,
  pattern: new RegExp(pattern),
}));
const LONGEST_COMPOSED = 16;

/** Labels outside the lists: not what a list, a header, a group or a level knows by another meaning. */
const mayBeComposed = (core: string): boolean =>
  core.length >= 4 &&
  core.length <= LONGEST_COMPOSED &&
  !rolesByLabel.has(core) &&
  !groups.has(core) &&
  !level1Map.has(levelKey(core)) &&
  !level2Map.has(levelKey(core));

const NAMES_A_FIELD = /目标|名称|全称|部门|单位|部委|编码|代码|编号|情况|结果|原因|措施|建议|意见|办法/;

const composedField = (core: string): FieldLabel | undefined => {
  if (core.length > LONGEST_COMPOSED || !NAMES_A_FIELD.test(core)) return undefined;
  const found = fieldPatterns.find(({ pattern }) => pattern.test(core));
  return found && mayBeComposed(core) ? { field: found.field, glued: false } : undefined;
};

const columnPatterns = words.columns.map(({ role: of, pattern }) => ({ of, pattern: new RegExp(pattern) }));
const NAMES_A_COLUMN = /原因|措施|月|半年|期|预计|预测|可能性|情况|结果|进度/;

/** A label above a column in words outside the lists: 1—6月执行情况, 未完成原因及今后措施. */
const composedColumn = (core: string): Role | undefined =>
  core.length <= LONGEST_COMPOSED && NAMES_A_COLUMN.test(core)
    ? columnPatterns.find(({ pattern }) => pattern.test(core))?.of
    : undefined;

export const fieldOf = remembered(
  (core): FieldLabel | undefined => fieldByLabel.get(core) ?? composedField(core),
  LONGEST_COMPOSED,
);

/** 市级支出, 区级支出, 县本级支出 are one label; so are 补助区县, 补助乡镇, 补助镇街. */
const levelNeutral = (label: string): string =>
  label
    .replace(/[省市区县镇乡](?=本?级)/, '市')
    .replace(/^补助(区县|县区|市县|乡镇|镇街|镇乡|街镇|街道)/, '补助下级');

const budgetByNeutral = new Map([...budgetByLabel].map(([label, budget]) => [levelNeutral(label), budget]));

const totalWords = budgets.totals;
const COMPOSED_TOTAL = new RegExp(
  `^(?=.*(?:${totalWords.money.join('|')}))(?:${[...totalWords.of, ...totalWords.money].join('|')})+$`,
);
const OF_PERIOD = new RegExp(totalWords.period);

/** A total in words outside the list (年初部门预算安排金额): it names no source and no kind of expenditure. */
const composedTotal = (core: string): BudgetLabel | undefined =>
  core.length <= LONGEST_COMPOSED &&
  COMPOSED_TOTAL.test(core) &&
  !fieldByLabel.has(core) &&
  mayBeComposed(core)
    ? { axis: 'total', horizon: OF_PERIOD.test(core) ? 'period' : 'annual', weak: false }
    : undefined;

export const budgetOf = remembered(
  (core): BudgetLabel | undefined =>
    budgetByLabel.get(core) ?? budgetByNeutral.get(levelNeutral(core)) ?? composedTotal(core),
  LONGEST_COMPOSED,
);

/** The roles a column label can have; a label of the key/value part that no header list knows keeps its meaning as a column. */
export const rolesOf = remembered((core): readonly Role[] => {
  const roles = rolesByLabel.get(core);
  if (roles) return roles;
  if (groups.has(core)) return [];
  const column = composedColumn(core);
  if (column) return [column];
  const field = fieldOf(core)?.field;
  return field && inBothPlaces.has(field) ? [field === 'goal.period' ? goalRole(core) : field] : [];
}, LONGEST_COMPOSED);

/** Roles whose labels stand beside a value in one form and above a column in another. */
const inBothPlaces = new Set(words.roles.flatMap(({ role: of, both }) => (both.length > 0 ? [of] : [])));

/** 项目总体绩效目标 names no period: as a column it is the goal there is. */
const goalRole = (core: string): Role =>
  /中期|长期|实施|周期|三年|五年/.test(core) ? 'goal.period' : 'goal.annual';
/** A label that names the role, for messages: indicator.name → 三级指标. */
export const labelOfRole = (of: ColumnRole): string => {
  if (of === 'budget') return '金额';
  const { both = [], above = [] } = words.roles.find((entry) => entry.role === of) ?? {};
  return [...both, ...above][0] ?? of;
};
export const isGroup = (core: string): boolean => groups.has(core);
export const axisOfGroup = (core: string): BudgetAxis | undefined => groupAxis.get(core);
export const level1Of = (text: string): string | undefined => level1Map.get(levelKey(text))?.name;
export const level2Of = (text: string): { name: string; level1: string } | undefined => {
  const found = level2Map.get(levelKey(text));
  return found && { name: found.name, level1: found.level1 ?? '' };
};

export interface LabelText {
  /** The label as the vocabulary knows it, else without its brackets. */
  readonly core: string;
  readonly qualifiers: readonly string[];
  readonly ofWhich: boolean;
  /** The year printed with it, which `core` leaves out: 2023年目标值, 目标值（2023年）. */
  readonly year?: number;
}

const LONGEST_READ = 60;
/** Every label of a form has one of them: figures are none. */
const IN_LABELS = /[\u4e00-\u9fff]/;

/**
 * A printed label in the words of the vocabulary: brackets may hold a part of it (单位（项目）名称) or only explain it; a
 * heading may stand before it (1、资金来源：（1）财政拨款).
 */
export function labelText(text: string): LabelText {
  if (IN_LABELS.test(text)) return knownLabelText(text);
  const { core, qualifiers, ofWhich } = bareLabel(text);
  return { core, qualifiers, ofWhich };
}

const knownLabelText = remembered(readLabelText, LONGEST_READ);

function readLabelText(text: string): LabelText {
  const label = readUndated(text);
  if (!/年|\d{4}/.test(text)) return label;
  const dated = datedLabels(label.core, label.qualifiers);
  const found = dated.find(({ core }) => (core === label.core || !isNamed(label.core)) && isOfYear(core));
  return found ? { ...label, ...found } : label;
}

/** What a year can be printed with: a value planned, reached or spent in it. */
const OF_YEAR =
  /^(?:indicator\.(?:target|actual|history|expected|score|weight)|execution\.|work\.(?:goal|actual)$)/;
const isOfYear = (core: string): boolean => rolesOf(core).some((of) => OF_YEAR.test(of)) || isHistory(core);

/** What is history where an earlier year stands before it: 实际, as 上年实际 is. */
export const isHistory = (core: string): boolean => rolesOf(`上年${core}`).includes('indicator.history');
const isNamed = (core: string): boolean => isKnown(core) || isGroup(core);

function readUndated(text: string): LabelText {
  const { core, full, qualifiers, ofWhich } = bareLabel(text);
  if (isKnown(full)) return { core: full, qualifiers, ofWhich };
  if (!isKnown(core) && !isGroup(core)) {
    const plain = core.replace(STRAY, '');
    if (plain !== core && (isKnown(plain) || isGroup(plain))) return { core: plain, qualifiers, ofWhich };
    const colon = text.search(/[:：](?=.*\S)/s);
    const tail = colon < 0 ? null : bareLabel(text.slice(colon + 1));
    if (tail && isKnown(tail.core)) return { core: tail.core, qualifiers: tail.qualifiers, ofWhich };
  }
  return { core, qualifiers, ofWhich };
}

const isKnown = (label: string): boolean =>
  fieldOf(label) !== undefined || budgetOf(label) !== undefined || rolesOf(label).length > 0;

/** 含本级和市县, 含本级 …, also cut off: the scope of an amount. */
export function scopeOf(qualifiers: readonly string[]): Scope | undefined {
  const keys = Object.keys(budgets.scopes);
  for (const q of qualifiers) {
    const key =
      keys.find((k) => k === q) ??
      (q.length >= 3 ? keys.find((k) => k.startsWith(q)) : undefined) ??
      keys.find((k) => q.startsWith(k));
    if (key) return budgets.scopes[key];
  }
  return undefined;
}

/** The longest label of a text field (goals, duties) that a compact text begins with. */
export const gluedLabelOf = (compacted: string): string | undefined =>
  gluedLabels.find((label) => label.length >= 4 && compacted.startsWith(label));
