import type { Target } from '../../../src/model/target.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import { valueText } from '../quantity/value-text.js';
import { clausesOf } from './clause.js';
import { NO_FIGURE, type TargetReading } from './figure.js';
import { joinTarget } from './join-target.js';
import { recogniseCalculation } from './recognisers/recognise-calculation.js';
import { recogniseClauses } from './recognisers/recognise-clauses.js';
import { recogniseEcho } from './recognisers/recognise-echo.js';
import { recogniseClass, recogniseLevelWord } from './recognisers/recognise-level.js';
import {
  recogniseBudgetReference,
  recogniseEmpty,
  recogniseNone,
  recognisePlaceholder,
} from './recognisers/recognise-phrase.js';
import {
  recogniseProportion,
  recogniseRank,
  recogniseServiceHours,
} from './recognisers/recognise-proportion.js';
import { recogniseInterval, recogniseTolerance } from './recognisers/recognise-range.js';
import { mentions, type TargetContext, type TargetInput, targetContext } from './target-context.js';
import { tokensOf } from './tokens.js';

type Recogniser = (context: TargetContext) => TargetReading | null;

/** In order: what the whole cell says, then its clauses. The first that answers is right; a repeated name that holds a figure is a figure. */
const RECOGNISERS: readonly Recogniser[] = [
  recogniseEmpty,
  recognisePlaceholder,
  recogniseNone,
  recogniseBudgetReference,
  ({ source }) => recogniseLevelWord(source.text),
  ({ source }) => recogniseClass(source.text),
  (context) => (/\d/.test(context.source.text) ? null : recogniseEcho(context)),
  recogniseProportion,
  recogniseServiceHours,
  recogniseRank,
  recogniseTolerance,
  recogniseInterval,
  recogniseCalculation,
  (context) =>
    recogniseClauses(clausesOf(tokensOf(context.source.text, context.isCost), context.source.text), context),
  recogniseEcho,
];

const { standards, vague } = valueLexicon.phrases;

function textReading({ source }: TargetContext): TargetReading {
  return {
    ...NO_FIGURE,
    kind: 'text',
    ...(mentions(source.text, vague) ? { flags: ['vague-quantity'] } : {}),
  };
}

function read(context: TargetContext): TargetReading {
  for (const recognise of RECOGNISERS) {
    const reading = recognise(context);
    if (reading) return reading;
  }
  return textReading(context);
}

function finish({ parts, embedded, ...reading }: TargetReading, raw: string): Target {
  return {
    ...reading,
    raw: reading.raw ?? raw,
    ...(parts ? { parts: parts.map((part) => finish(part, raw)) } : {}),
    ...(embedded ? { embedded: embedded.map((part) => finish(part, raw)) } : {}),
  };
}

/**
 * Reads an indicator's target (指标值). Never throws; what is not understood is of kind `text` and keeps its raw string.
 * Where operator, value and unit are given as columns, the result is that of the joined text.
 */
export function parseTarget(input: TargetInput): Target {
  const raw = input.value === undefined ? input.text : joinTarget(input);
  const source = valueText(raw);
  const context = targetContext(input, source);
  const reading = read(
    context.columnUnit ? { ...context, source: valueText(joinTarget({ ...input, unit: '' })) } : context,
  );
  const byLine =
    reading.kind === 'text' && raw.includes('\n')
      ? read(targetContext(input, valueText(raw, true)))
      : reading;
  const standard = standards.find((word) => source.text.includes(`(${word})`));
  return finish({ ...byLine, raw, ...(standard === undefined ? {} : { standard }) }, raw);
}
