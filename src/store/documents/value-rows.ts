import type { Evidence } from '../../model/disclosure.js';
import type { ItemOf, SectionName, StoredOf } from '../../model/sections/sections.js';
import type { Direction } from '../../model/statement.js';

/** `target_basis` → `targetBasis`: the property of the model a column is, unless a line below says what it is. */
type Property<Column extends string> = Column extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Property<Rest>>}`
  : Column;

/** Columns that are the property of their name. */
type Plain<S extends SectionName> = {
  [C in keyof StoredOf<S> & string]: ItemOf<S> extends Partial<
    Record<Property<C>, StoredOf<S>[C] | undefined>
  >
    ? Property<C> extends keyof ItemOf<S>
      ? C
      : never
    : never;
}[keyof StoredOf<S> & string];

/** What is stored of a value of each section, for columns that are not simply the property of their name. */
export const VALUE_ROWS: {
  [S in SectionName]: (value: ItemOf<S>) => Omit<StoredOf<S>, Plain<S>> & Partial<StoredOf<S>>;
} = {
  projects: (project) => ({
    project: project.name,
    project_printed: project.namePrinted,
    project_code: project.code,
    amount_fen: project.money?.fen ?? null,
    has_form: project.hasForm ? 1 : 0,
    place: project.evidence.name?.place ?? project.mentions[0]?.evidence.name.place ?? null,
  }),
  budgets: (line) => ({
    amount_fen: line.money.fen,
    printed: line.money.printed,
    place: line.evidence.place,
  }),
  indicators: (indicator) => ({
    kind: indicator.parsed.kind,
    operator: indicator.parsed.operator,
    value: indicator.parsed.value,
    unit: indicator.parsed.unit,
    quantity: indicator.parsed.quantity,
    measure: indicator.parsed.measure,
    actual_kind: indicator.actualParsed?.kind ?? null,
    actual_quantity: indicator.actualParsed?.quantity ?? null,
    actual_measure: indicator.actualParsed?.measure ?? null,
    deviation: indicator.deviation ?? null,
    place: indicator.evidence.name.place,
  }),
  costs: (line) => ({
    amount_fen: line.money?.fen ?? null,
    result: line.parsed?.result ?? null,
    place: placeOf(line.evidence, 'money', 'item', 'calculation'),
  }),
  plans: (step) => ({
    place: step.evidence.place,
  }),
  work_plan: (item) => ({
    actual: item.actual ?? null,
    deviation: item.deviation ?? null,
    amount_fen: item.money?.fen ?? null,
    amounts:
      item.amounts?.map(({ label, evidence }) => `${label} ${evidence.quote.trim()}`).join('；') || null,
    place: placeOf(item.evidence, 'item', 'goal'),
  }),
  texts: (item) => ({
    place: item.evidence.place,
  }),
  execution: ({ initial, budget, spent, evidence }) => ({
    initial_fen: initial?.fen ?? null,
    budget_fen: budget?.fen ?? null,
    spent_fen: spent?.fen ?? null,
    place: placeOf(evidence, 'budget', 'spent'),
  }),
  scores: ({ evidence }) => ({
    place: placeOf(evidence, 'score'),
  }),
  statements: ({ blank, lines, evidence: { place } }) => ({
    page: pageOf(place),
    rows: lines.length,
    blank: blank ? 1 : 0,
    place,
  }),
  statement_items: ({ figure: { money, evidence } }) => ({
    statement_id: 0,
    amount_fen: money?.fen ?? null,
    printed: evidence.quote,
    place: evidence.place,
  }),
  statements_said: ({ money, base, change, percent, count, evidence }) => ({
    amount_fen: money?.fen ?? null,
    base_fen: base?.fen ?? null,
    change_fen: change === null ? null : signed(change.money.fen, change.direction),
    percent: percent && (percent.direction === 'down' ? `-${percent.figure}` : percent.figure),
    percent_of: percent?.of ?? null,
    count: count && `${count.figure}${count.unit}`,
    place: evidence.place,
  }),
};

const pageOf = (place: string): number | null => {
  const page = /^p(\d+)\b/.exec(place)?.[1];
  return page === undefined ? null : Number(page);
};

const signed = (fen: number | null, direction: Direction): number | null => {
  if (direction === 'same') return fen ?? 0;
  return fen !== null && direction === 'down' ? -fen : fen;
};

/** Place of the first of the preferred fields that has evidence, else of any field. */
function placeOf(evidence: Partial<Record<string, Evidence>>, ...preferred: string[]): string | null {
  const found = preferred.map((field) => evidence[field]).find((each) => each !== undefined);
  return (found ?? Object.values(evidence).find((each) => each !== undefined))?.place ?? null;
}
