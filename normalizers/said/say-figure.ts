import { again, moneyOf, newClaim, type SaidClaim, takesChange, takesRate } from './claim.js';
import { isReference, readComparison, readShare, type SaidComparison } from './comparison.js';
import { isCountSubject, isMoneySubject } from './known-subjects.js';
import type { Lead } from './leads.js';
import type { PassageReading } from './passage-reading.js';
import type { SaidFigure } from './said-figures.js';
import { readSubject, type SaidSubject } from './said-subject.js';

/** Claims among which a subject said again is looked for. */
const NEAR = 60;
/** A lead with the figure it leads to. */
type FigureLead = Lead & { figure: SaidFigure };

const placeOf = ({ start, figure }: FigureLead): Pick<SaidClaim, 'start' | 'at' | 'end'> => ({
  start,
  at: figure.start,
  end: figure.end,
});

/** An amount, or the change it is said with. */
export function sayMoney(reading: PassageReading, lead: FigureLead): void {
  const { text, figure } = lead;
  if (isReference(text)) {
    reading.base = figure;
    return;
  }
  const comparison = readComparison(text);
  if (comparison) sayChange(reading, lead, comparison);
  else sayAmount(reading, lead);
}

function sayChange(reading: PassageReading, lead: FigureLead, comparison: SaidComparison): void {
  const hasReference = comparison.hasReference || reading.hasReference || reading.base !== null;
  const claim = changedClaim(reading, { ...comparison, hasReference }, placeOf(lead));
  if (claim) {
    claim.change = { money: moneyOf(lead.figure), direction: comparison.direction };
    claim.base ??= reading.base ? moneyOf(reading.base) : null;
    claim.end = lead.figure.end;
  }
  reading.base = null;
}

/** The claim a change is said of: the last one, or one of a subject of its own. */
export function changedClaim(
  reading: PassageReading,
  { subject, hasReference }: Pick<SaidComparison, 'subject' | 'hasReference'>,
  place: Pick<SaidClaim, 'start' | 'at' | 'end'>,
): SaidClaim | null {
  const { scope } = reading;
  const named = readSubject(subject);
  if (named.name === '' && named.code === null) {
    const { last } = scope;
    if (!last || last.count) return null;
    return takesChange(last) ? last : add(reading, again(last, place));
  }
  if (!isMoneySubject(named) || (!hasReference && !scope.isParts)) return null;
  if (!hasReference) scope.hasPartChange = true;
  const known = reading.claims
    .slice(-NEAR)
    .find(
      (claim) =>
        (claim.subject === named.name || claim.subject === `${named.name}预算`) &&
        claim.money !== null &&
        takesChange(claim),
    );
  if (known) {
    scope.last = known;
    return known;
  }
  return add(reading, newClaim(named, scope.isParts ? scope.within : null, place));
}

function sayAmount(reading: PassageReading, lead: FigureLead): void {
  const { scope } = reading;
  const said = readSubject(lead.text);
  const money = moneyOf(lead.figure);
  const isActual = said.role === 'actual' && (said.name === '' || said.name === '支出决算');
  if (isActual && scope.last?.role === 'budget' && !scope.last.base) {
    Object.assign(scope.last, { base: scope.last.money, money, role: 'actual', end: lead.figure.end });
    return;
  }
  const subject = said.name === '' ? inherited(reading, said) : said;
  scope.isUnsure = !subject || (!isMoneySubject(subject) && subject.name !== reading.project?.name);
  if (!subject || scope.isUnsure) {
    scope.last = null;
    return;
  }
  const name = reading.involves && !scope.isParts ? `涉及${subject.name}` : subject.name;
  reading.involves ||= subject.name.startsWith('涉及');
  add(reading, newClaim({ ...subject, name }, scope.within, placeOf(lead))).money = money;
}

/** An amount without words of its own (2026年预算安排…) is that of the paragraph's label or the heading above, once. */
function inherited(
  { label, project, context, claims, scope }: PassageReading,
  said: SaidSubject,
): SaidSubject | null {
  const from = (said.role === null ? null : project) ?? label ?? context.heading;
  const isTaken = claims.slice(-NEAR).some(({ subject, money }) => subject === from?.name && money !== null);
  if (!from || isTaken || scope.isParts) return null;
  return { ...from, role: said.role, year: said.year };
}

/** A rate of change, or a share. */
export function sayPercent(reading: PassageReading, lead: FigureLead): void {
  const { text, figure } = lead;
  const place = placeOf(lead);
  const comparison = readComparison(text);
  if (comparison) {
    sayRate(reading, lead, comparison);
    return;
  }
  const share = readShare(text);
  if (share) {
    const { last } = reading.scope;
    const named = readSubject(share.subject);
    const claim =
      named.name === ''
        ? last && !last.count && last.money && (last.percent ? add(reading, again(last, place)) : last)
        : isMoneySubject(named) && add(reading, newClaim(named, reading.scope.within, place));
    if (!claim) return;
    claim.percent = { figure: figure.figure, of: share.of, direction: null };
    claim.end = figure.end;
    return;
  }
  const around = text === '' ? reading.outer.at(-1)?.scope.last : undefined;
  if (!around?.change || around.percent || around.end !== figure.start - 1) return;
  around.percent = { figure: figure.figure, of: 'change', direction: around.change.direction };
  around.end = figure.end;
}

function sayRate(
  reading: PassageReading,
  lead: FigureLead,
  { subject, direction, hasReference }: SaidComparison,
): void {
  const { last } = reading.scope;
  const rate = { figure: lead.figure.figure, of: 'change' as const, direction };
  const isOfLast = subject === '' && last !== null && !last.count;
  const claim = isOfLast
    ? takesRate(last, direction)
      ? last
      : add(reading, again(last, placeOf(lead)))
    : changedClaim(reading, { subject, hasReference: hasReference || reading.hasReference }, placeOf(lead));
  if (!claim) return;
  claim.percent = rate;
  claim.end = lead.figure.end;
}

/** A count, or a number of persons. */
export function sayCount(reading: PassageReading, lead: FigureLead): void {
  const { figure, text } = lead;
  const { scope, context } = reading;
  if (context.personsOnly && figure.unit !== '人' && figure.unit !== '名') return;
  const named = readSubject(text);
  const count = { figure: figure.figure, unit: figure.unit };
  if (named.name === '' && scope.last?.count) {
    add(reading, again(scope.last, placeOf(lead))).count = count;
    return;
  }
  if (!isCountSubject(named, figure.unit)) {
    scope.last = null;
    return;
  }
  const within = scope.whole && scope.whole.count?.unit !== figure.unit ? null : scope.within;
  add(reading, newClaim(named, within, placeOf(lead))).count = count;
}

function add(reading: PassageReading, claim: SaidClaim): SaidClaim {
  claim.aboutYear ??= reading.year;
  reading.year = claim.aboutYear;
  reading.claims.push(claim);
  reading.scope.last = claim;
  return claim;
}
