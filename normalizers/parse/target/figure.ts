import type { Target, TargetFlag } from '../../../src/model/target.js';
import type { Quantity } from '../quantity/quantity-reader.js';
import { measureOf, readWholeUnit, type UnitReading } from '../quantity/unit-reader.js';
import { valueLexicon } from '../quantity/value-lexicon.js';
import { mentions, type TargetContext } from './target-context.js';

/** A target as the recognisers give it; `parseTarget` adds the raw text. */
export type TargetReading = Omit<Target, 'raw' | 'parts' | 'embedded'> & {
  /** Of a part: its own print. */
  raw?: string;
  parts?: TargetReading[];
  embedded?: TargetReading[];
};

/** What a reading without a figure has in place of one. */
export const NO_FIGURE = { operator: null, value: null, unit: null, quantity: null, measure: null } as const;

interface ResolvedUnit {
  unit: UnitReading | null;
  printed: string | null;
  from: Target['unitFrom'];
  flags: TargetFlag[];
}

const { rateWords, minuteWords, networkWords } = valueLexicon.phrases;
const YUAN = readWholeUnit('元');
const MINUTE = readWholeUnit('分钟');
const PERCENT = readWholeUnit('%');
const MEGABITS = readWholeUnit('Mbps');
const AMBIGUOUS_METRE = /^(?:M|m|兆)$/;

function printedUnit(unit: UnitReading, context: TargetContext): string {
  return context.source.printed(unit.start, unit.end).replace(/^[（(](.*)[）)]$/, '$1');
}

function resolveMissing(quantity: Quantity, cues: string, context: TargetContext): ResolvedUnit {
  const scale = quantity.unit;
  const printed = scale ? printedUnit(scale, context) : null;
  if (context.columnUnit) {
    const { unit, printed: inColumn } = context.columnUnit;
    const factor = unit.factor.times(scale?.factor ?? 1);
    return { unit: { ...unit, factor }, printed: `${printed ?? ''}${inColumn}`, from: 'column', flags: [] };
  }
  const { nameUnit } = context;
  if (nameUnit) {
    const factor = scale ? scale.factor : nameUnit.factor;
    return {
      unit: { ...nameUnit, factor },
      printed: printed ?? context.nameUnitPrinted,
      from: 'name',
      flags: [],
    };
  }
  if (scale && YUAN && context.isCost) {
    return {
      unit: { ...YUAN, factor: scale.factor, per: scale.per },
      printed,
      from: 'cell',
      flags: ['yuan-implied'],
    };
  }
  if (!scale && context.isCost && context.moneyUnit) {
    return { unit: readWholeUnit(context.moneyUnit), printed: null, from: 'table', flags: [] };
  }
  if (quantity.amount.eq(0)) return { unit: scale, printed, from: null, flags: [] };
  const flags: TargetFlag[] =
    mentions(cues, rateWords) && !scale ? ['unit-missing', 'maybe-percent'] : ['unit-missing'];
  return { unit: scale, printed, from: null, flags };
}

/** The unit of a figure: printed, else from the name, else from the table; what is ambiguous alone (分, M) by the words around it. */
function resolveUnit(quantity: Quantity, label: string, context: TargetContext): ResolvedUnit {
  const cues = `${context.name}${label}`;
  const { unit } = quantity;
  if (!unit || unit.unit === null) return resolveMissing(quantity, cues, context);
  const printed = printedUnit(unit, context);
  const from = context.unitInColumn ? 'column' : 'cell';
  if (unit.kind === 'score' && MINUTE && mentions(cues, minuteWords)) {
    return { unit: { ...MINUTE, per: unit.per }, printed, from, flags: [] };
  }
  if (AMBIGUOUS_METRE.test(printed) && MEGABITS && mentions(cues, networkWords)) {
    return { unit: MEGABITS, printed, from, flags: [] };
  }
  return { unit, printed, from, flags: /^[Mm]$/.test(printed) ? ['unit-assumed'] : [] };
}

function kindOf(unit: UnitReading | null): Target['kind'] {
  switch (unit?.kind) {
    case 'money':
      return unit.per.length > 0 ? 'price' : 'money';
    case 'percent':
    case 'points':
      return 'percent';
    case 'ratio':
      return 'ratio';
    case 'time':
      return 'duration';
    default:
      return 'number';
  }
}

/** A quantity as a target: kind by its unit, figure in the base measure. `label` is the text beside it inside the cell. */
export function figureReading(quantity: Quantity, label: string, context: TargetContext): TargetReading {
  const resolved = resolveUnit(quantity, label, context);
  const isRatio = resolved.unit?.kind === 'ratio';
  const unit = resolved.unit;
  const factor = unit?.factor ?? '1';
  const base = quantity.amount.times(factor).times(isRatio ? 100 : 1);
  const compound = !quantity.amount.eq(quantity.figure);
  const flags = [...resolved.flags];
  if (quantity.operatorsDisagree) flags.push('operators-disagree');
  const reading: TargetReading = {
    kind: kindOf(unit),
    operator: quantity.operator ?? '=',
    value: compound ? base.toFixed() : quantity.figure,
    unit: compound && unit ? unit.unit : resolved.printed,
    quantity: base.toFixed(),
    measure: isRatio && PERCENT ? PERCENT.unit : unit && measureOf(unit),
    unitFrom: resolved.from,
    ...(label === '' ? {} : { label }),
    ...(flags.length === 0 ? {} : { flags }),
  };
  if (!quantity.upper) return reading;
  const upperFactor = quantity.upper.unit?.factor ?? factor;
  return {
    ...reading,
    kind: 'range',
    value: `${quantity.figure}-${quantity.upper.figure}`,
    upper: quantity.upper.amount
      .times(upperFactor)
      .times(isRatio ? 100 : 1)
      .toFixed(),
  };
}
