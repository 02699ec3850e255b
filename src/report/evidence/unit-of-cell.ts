import type { Disclosure, Evidence, Form, MoneyAt } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import type { Money } from '../../model/money.js';

/** A unit a figure was read in, and the cell of the figure. */
type UnitAt = [unit: string | null | undefined, evidence: Evidence | undefined];

/**
 * The unit the figure of a cell is read in where the cell does not print it itself (万元 of a caption, % of a column of units); null
 * where it prints it, or no figure was read from it.
 */
export function unitOfCell({ forms, disclosures }: ReadDocument, cell: Evidence): string | null {
  if (cell.cell === null) return null;
  for (const [unit, evidence] of unitsOf(forms, disclosures)) {
    if (!unit || evidence?.block !== cell.block || evidence.cell !== cell.cell) continue;
    return cell.quote.includes(unit) ? null : unit;
  }
  return null;
}

function* unitsOf(forms: readonly Form[], disclosures: readonly Disclosure[]): Generator<UnitAt> {
  for (const { total, costTotal, parentAmount, sums = [] } of forms) {
    yield* [total, costTotal, parentAmount, ...sums.flatMap(({ amounts }) => amounts)].map(unitAt);
  }
  for (const disclosure of disclosures) yield* unitsWithin(disclosure);
}

function* unitsWithin(disclosure: Disclosure): Generator<UnitAt> {
  const { budgets, projects, costs, execution, workPlan, statements, indicators } = disclosure;
  yield* budgets.map(unitAt);
  for (const { money, evidence, mentions } of projects) {
    yield [unitIn(money), evidence.money];
    yield* mentions.map((each): UnitAt => [unitIn(each.money), each.evidence.money]);
  }
  for (const { money, evidence } of costs) yield [unitIn(money), evidence.money];
  for (const { evidence, ...line } of execution) {
    for (const name of ['initial', 'budget', 'spent'] as const) yield [unitIn(line[name]), evidence[name]];
  }
  for (const { money, amounts = [], evidence } of workPlan) {
    yield [unitIn(money), evidence.money];
    yield* amounts.map(unitAt);
  }
  for (const { lines } of statements) {
    for (const { figures } of lines) yield* figures.map(unitAt);
  }
  for (const { parsed, actualParsed, evidence } of indicators) {
    yield [parsed.unit, evidence.target];
    yield [actualParsed?.unit, evidence.actual];
  }
}

const unitAt = (at: (Omit<MoneyAt, 'money' | 'label'> & { money: Money | null }) | null): UnitAt =>
  at ? [unitIn(at.money), at.evidence] : [null, undefined];

const unitIn = (money: Money | null | undefined): string | null =>
  money?.state === 'amount' && money.unitFrom !== 'cell' ? money.unit : null;
