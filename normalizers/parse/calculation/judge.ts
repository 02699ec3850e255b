import Big from 'big.js';
import type { CalculationResult } from '../../../src/model/target.js';
import type { TermReading } from './read-term.js';
import { meets } from './reconcile.js';

/** The line's amount in 元, with the slack of its printed digits. */
export interface LineAmount {
  yuan: Big;
  slack: Big;
}

export interface Judgement {
  result: CalculationResult;
  terms: TermReading[];
  computed: Big | null;
  stated: Big | null;
}

const sum = (amounts: readonly (Big | null)[]): Big | null =>
  amounts.reduce<Big | null>(
    (total, amount) => (total === null || amount === null ? null : total.plus(amount)),
    new Big(0),
  );

const computedSum = (terms: readonly TermReading[]): Big | null => sum(terms.map(({ computed }) => computed));
const statedSum = (terms: readonly TermReading[]): Big | null =>
  sum(terms.map(({ stated, computed }) => stated ?? computed));

/** A product without a printed result may lack a factor: tried against what the line leaves for it. */
function settleOpen(terms: TermReading[], line: LineAmount | null): TermReading[] {
  const open = terms.filter(({ status }) => status === 'open');
  const [only] = open;
  if (!line || !only || open.length > 1) return terms;
  const others = computedSum(terms.filter((term) => term !== only));
  if (others === null) return terms;
  const rest = line.yuan.minus(others);
  const reading = only.readings.find((one) => meets(one.yuan, rest, line.slack) !== null);
  if (!reading || reading.status === 'as-printed') return terms;
  const settled: TermReading = {
    ...only,
    status: reading.status,
    computed: reading.yuan,
    term: {
      ...only.term,
      computedYuan: reading.yuan.toFixed(),
      ...(reading.implied ? { implied: reading.implied } : {}),
    },
  };
  return terms.map((term) => (term === only ? settled : term));
}

function compareWithLine(terms: readonly TermReading[], line: LineAmount): 'exact' | 'rounding' | null {
  const slack = terms.reduce((total, term) => total.plus(term.slack), line.slack);
  const results = [computedSum(terms), statedSum(terms)].map(
    (total) => total && meets(total, line.yuan, slack),
  );
  return results.includes('exact') ? 'exact' : results.includes('rounding') ? 'rounding' : null;
}

function resultOf(terms: readonly TermReading[], line: LineAmount | null): CalculationResult {
  if (terms.length === 0) return 'unparsed';
  const statuses = new Set(terms.map(({ status }) => status));
  if (statuses.has('differs')) return 'differs';
  if (line === null && terms.every(({ stated }) => stated === null)) return 'unparsed';
  const withLine = line ? compareWithLine(terms, line) : 'exact';
  if (withLine === null) return statuses.has('unreadable') ? 'unparsed' : 'differs';
  if (statuses.has('implied-factor')) return 'implied-factor';
  if (statuses.has('implied-unit')) return 'implied-unit';
  if (statuses.has('rounding') || withLine === 'rounding') return 'rounding';
  const onlyLumps = [...statuses].every((status) => status === 'lump' || status === 'unreadable');
  return onlyLumps && (terms.length === 1 || line === null) ? 'lump' : 'exact';
}

/** Compares every term with its result and their sum with the line's amount; with neither there is nothing to judge. */
export function judge(terms: TermReading[], line: LineAmount | null): Judgement {
  const settled = settleOpen(terms, line);
  return {
    result: resultOf(settled, line),
    terms: settled,
    computed: settled.length === 0 ? null : computedSum(settled),
    stated: settled.length === 0 ? null : statedSum(settled),
  };
}
