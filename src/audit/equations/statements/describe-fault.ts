import { fenOf } from '../../figures/figure.js';
import { showFen, showFigure, showSum } from '../../figures/format.js';
import { sumFen } from '../../figures/printed-sum.js';
import type { FindingDraft } from '../../verdicts/verdict.js';
import type { StatementFault } from './faults.js';

/** Messages of the rules that report faults within a statement. */
export const FAULT_MESSAGES = {
  differs:
    '{statement}中“{label}”印为{reported}，{whole}为{computed}（{formula}），相差{difference}{also}{same}，待核实。',
};

/** More addends than these are counted, not shown. */
const MOST_ADDENDS = 12;

/**
 * A fault within a statement as a finding: the first sum that fails, and how many others the same figure spoils.
 * @param same other faults that lack the same amount: a line left out spoils every total it belongs to
 */
export function describeFault(
  { subject, sum, others, culprit }: StatementFault,
  same: StatementFault[],
): FindingDraft {
  const { total, parts } = sum;
  const unit = total.money.unit ?? '万元';
  const printed = parts.filter((part) => (fenOf(part) ?? 0) !== 0);
  const computed = sumFen(parts);
  const difference = (fenOf(total) ?? 0) - computed;
  const [only, another] = printed;
  return {
    field: `${subject.statement.kind}:${total.label}`,
    project: null,
    message: 'differs',
    parameters: {
      statement: subject.name,
      label: total.label,
      reported: showFigure(total),
      whole: only && !another ? `“${only.label}”` : '各项相加',
      computed: showFen(computed, unit),
      formula:
        printed.length <= MOST_ADDENDS
          ? showSum(total, printed)
          : `${printed.length}项相加为${showFen(computed, unit)}`,
      difference: showFen(Math.abs(difference), unit),
      also:
        culprit && others.length > 0
          ? `；“${culprit.label}”${showFigure(culprit)}与另外${others.length}处的加总也不符`
          : '',
      same: same.length > 0 ? `；同一差额还见于${namesOf(same)}` : '',
    },
    reported: showFigure(total),
    expected: showFen(computed, unit),
    differenceFen: difference,
    totalFen: fenOf(total) ?? undefined,
    formula: printed.length <= MOST_ADDENDS ? showSum(total, printed) : undefined,
    operands: [
      total,
      ...parts.filter((part) => fenOf(part) !== null),
      ...same.map((fault) => fault.sum.total),
    ],
    doubts: [sum, ...others].every(({ doubts }) => doubts.length > 0) ? sum.doubts : [],
  };
}

/** `支出总表“合计”、收入总表“合计”` */
const namesOf = (faults: StatementFault[]): string =>
  faults
    .slice(0, MOST_NAMED)
    .map(({ subject, sum }) => `${subject.name}“${sum.total.label}”`)
    .join('、') + (faults.length > MOST_NAMED ? `等${faults.length}处` : '');

const MOST_NAMED = 3;
