import Big from 'big.js';
import type { CostSpec, TargetSpec } from '../../src/audit/rules/example.js';
import type { Calculation, CalculationFactor, Target } from '../../src/model/target.js';

/** A target as the parser would have read it; a text without a spec. */
export function targetOf(raw: string, spec: TargetSpec | undefined): Target {
  if (!spec) {
    return { kind: 'text', raw, operator: null, value: null, unit: null, quantity: null, measure: null };
  }
  const [kind, operator, value, unit, quantity, measure] = spec;
  return { kind, raw, operator, value, unit, quantity, measure };
}

const factorOf = (printed: string): CalculationFactor => {
  const [, value = '0', unit = ''] = /^([\d.]+)(.*)$/.exec(printed) ?? [];
  return { printed, value, unit };
};

/** A calculation as the parser would have read it. */
export function calculationOf(spec: CostSpec, raw: string): Calculation {
  const terms = (spec.terms ?? []).map((term) => ({
    printed: raw,
    label: spec.item,
    factors: (term.factors ?? []).map(factorOf),
    ...(term.implied ? { implied: factorOf(term.implied) } : {}),
    computedYuan: term.computed ?? null,
    statedYuan: term.stated ?? null,
    slackYuan: term.slack ?? (term.stated ? '50' : null),
    kind: term.factors ? ('product' as const) : ('lump' as const),
  }));
  const sum = (values: (string | null)[]) =>
    values.every((value) => value !== null) && values.length > 0
      ? values.reduce((total, value) => total.plus(value ?? 0), new Big(0)).toFixed()
      : null;
  return {
    raw,
    result: spec.unparsed ? 'unparsed' : terms.some((term) => term.kind === 'product') ? 'exact' : 'lump',
    terms,
    computedYuan: sum(terms.map((term) => term.computedYuan ?? term.statedYuan)),
    statedYuan: sum(terms.map((term) => term.statedYuan)),
    quantities: (spec.quantities ?? []).map((quantity) => ({
      ...quantity,
      printed: `${quantity.value}${quantity.unit}`,
    })),
  };
}
