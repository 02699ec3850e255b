import { bracketClause, type Clause, labelOf } from '../clause.js';
import { NO_FIGURE, type TargetReading } from '../figure.js';
import type { TargetContext } from '../target-context.js';
import type { TargetToken } from '../tokens.js';
import { recogniseDate } from './recognise-date.js';
import { recogniseFigure } from './recognise-figure.js';
import { recogniseUncounted } from './recognise-frequency.js';
import { recogniseLevelClause, recogniseLevelWord } from './recognise-level.js';
import { asRange } from './recognise-range.js';

type ClauseRecogniser = (clause: Clause, context: TargetContext) => TargetReading | null;

/** In order: figures before dates (2023年培训500人), dates before words. */
const CLAUSE_RECOGNISERS: readonly ClauseRecogniser[] = [recogniseFigure, recogniseDate, recogniseUncounted];

const isValue = (reading: TargetReading | null): reading is TargetReading =>
  reading !== null && reading.kind !== 'text';

function recogniseMain(clause: Clause, context: TargetContext): TargetReading | null {
  for (const recognise of CLAUSE_RECOGNISERS) {
    const reading = recognise(clause, context);
    if (reading) return reading;
  }
  return null;
}

/** 机柜数量(≥77台): the value stands in the brackets, its label before them. */
function recogniseInBrackets(clause: Clause, context: TargetContext): TargetReading | null {
  const label = labelOf(clause.main, context.source);
  for (const tokens of clause.brackets) {
    const inner = bracketClause(tokens);
    const reading =
      recogniseMain(inner, context) ?? recogniseLevelWord(context.source.text.slice(inner.start, inner.end));
    const bare = reading?.kind === 'number' && reading.measure === null && reading.operator === '=';
    if (isValue(reading) && !bare) return label === '' ? reading : { ...reading, label };
  }
  return null;
}

function recogniseClause(clause: Clause, context: TargetContext): TargetReading | null {
  const main = recogniseMain(clause, context);
  return isValue(main) ? main : (recogniseInBrackets(clause, context) ?? main);
}

const isWords = (clause: Clause): boolean =>
  clause.brackets.length === 0 && clause.main.every((token) => token.type === 'words');

const enumerationComma = ({ end }: Clause): TargetToken => ({ type: 'words', start: end, end: end + 1 });

function merged(parts: readonly Clause[], last: Clause): Clause {
  return {
    ...last,
    start: parts[0]?.start ?? last.start,
    main: [...parts.flatMap((part) => [...part.main, enumerationComma(part)]), ...last.main],
  };
}

/** 展板、横幅10个: words before an enumeration comma belong to the label of the next clause. */
function joinEnumerations(clauses: Clause[]): Clause[] {
  const joined: Clause[] = [];
  let waiting: Clause[] = [];
  for (const clause of clauses) {
    if (isWords(clause) && clause.separator === '、') waiting.push(clause);
    else {
      joined.push(merged(waiting, clause));
      waiting = [];
    }
  }
  const last = waiting.at(-1);
  return last ? [...joined, merged(waiting.slice(0, -1), last)] : joined;
}

/** How a name lists several things; the first that gives as many as there are parts. */
const LIST_SEPARATORS = [/[；;]/, /\n/, /、/, /[，,]/, /(?:^|[^\d])\d{1,2}[.、．)]/, /[；;、，,]/];

/** 污水检测；毛发检测 ↔ 每季度1次；每年1轮: parts without a label take theirs from a list of the same length in the name. */
function withLabelsFromName(parts: TargetReading[], name: string): TargetReading[] {
  if (parts.some((part) => part.label !== undefined)) return parts;
  const lists = LIST_SEPARATORS.map((separator) => name.split(separator).filter((label) => label !== ''));
  const labels = lists.find((list) => list.length === parts.length);
  if (!labels) return parts;
  return parts.map((part, index) => ({
    ...part,
    label: labels[index] ?? '',
    flags: [...(part.flags ?? []), 'label-from-name'],
  }));
}

const WORDS_BESIDES = 'words-besides';

function combine(values: TargetReading[], complete: boolean, context: TargetContext): TargetReading {
  const [first, second] = values;
  const unlabelled = values.every((value) => value.label === undefined);
  const range = values.length === 2 && first && second && unlabelled ? asRange(first, second) : null;
  if (range) return range;
  const parts = values.flatMap((value) => (value.kind === 'multi' ? (value.parts ?? []) : [value]));
  return {
    ...NO_FIGURE,
    kind: 'multi',
    parts: withLabelsFromName(parts, context.name),
    ...(complete ? {} : { flags: [WORDS_BESIDES] }),
  };
}

/** Reads the clauses of a target: one value, or several as a multi target. Null where no clause holds a value. */
export function recogniseClauses(clauses: Clause[], context: TargetContext): TargetReading | null {
  const { source } = context;
  const joined = joinEnumerations(clauses);
  const readings = joined.map((clause): TargetReading | null => {
    const reading = recogniseClause(clause, context);
    return reading && { ...reading, raw: source.printed(clause.start, clause.end) };
  });
  const values = readings.filter(isValue);
  const complete = values.length === joined.length;
  const [only] = values;
  if (values.length > 1) return combine(values, complete, context);
  if (only) return complete ? only : { ...only, flags: [...(only.flags ?? []), WORDS_BESIDES] };
  const levels = clauses
    .map((clause) => recogniseLevelWord(source.text.slice(clause.start, clause.end)))
    .filter(isValue);
  if (levels.length > 1 && levels.length === clauses.length) return combine(levels, true, context);
  return readings.find((reading) => reading?.embedded) ?? recogniseLevelClause(source.text);
}
