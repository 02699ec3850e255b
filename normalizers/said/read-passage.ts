import { again, moneyOf, newClaim, noDifference, type SaidClaim, takesChange, takesRate } from './claim.js';
import { isReference, readComparison, readSameness, readShare, type SaidComparison } from './comparison.js';
import { isCountSubject, isMoneySubject } from './known-subjects.js';
import { type Lead, readLeads } from './leads.js';
import { leadingNumber } from './prose-heading.js';
import type { SaidFigure } from './said-figures.js';
import { readSubject, type SaidSubject } from './said-subject.js';
import { newScope, type SaidScope } from './scope.js';
import { sentenceYear } from './sentence-year.js';

/** What is known of a passage before its first word. */
export interface PassageContext {
  /** What the heading above names; null where it names nothing money is spent on. */
  heading: SaidSubject | null;
  /** Subject of the paragraph above that ended with 其中：. */
  partOf: string | null;
  /** Chapters on duties and plans state persons, not amounts of the budget. */
  personsOnly: boolean;
}

interface Reading {
  context: PassageContext;
  claims: SaidClaim[];
  scope: SaidScope;
  outer: { scope: SaidScope; mode: Reading['mode'] }[];
  /** `reason`, `purpose`: figures there belong to a cause or a use; `after-reason`: a semicolon may have ended it. */
  mode: 'say' | 'reason' | 'after-reason' | 'purpose';
  reasonHasFigures: boolean;
  label: SaidSubject | null;
  /** `某某项目绩效自评综述：` names the project whose 全年预算数 and 执行数 follow. */
  project: SaidSubject | null;
  year: number | null;
  involves: boolean; // 涉及 was said: it holds for further amounts of the sentence
  /** 比上年预算数100万元, before 减少2万元. */
  base: SaidFigure | null;
  hasReference: boolean;
  /** The lead before a stop, where it led to no figure. */
  words: string;
  /** A stop has passed. */
  isBegun: boolean;
  isBehindSemicolon: boolean;
  /** The lead opened parts already: 支出包括：. */
  hasOpened: boolean;
}

const REASON = /原因|主要(?:是|为|系|在于|由于|因|增加|减少)|^(?:由于|因为|系因|是因|受)/;
const PURPOSE = /用于(?!以下)|主要(?:支出)?(?:包括|反映|保障|安排|内容)/;
const PROJECT_LABEL = /^(?<project>.{3,40}?)(?:项目)?(?:支出)?(?:绩效)?(?:自评|评价)?(?:情况)?综述$/;
const CAUSES = /^(?:[一二三四五六七八九]是|[一二三四五]来|首先|其次|再次|同时|另外|此外)/;
const PARTS = /其中|具体为|包括|包含|划分为|分为|分别为|分别是|如下|以下方面/;
const TAIL = /^(?:$|比|较|同|与|占|完成|其中|主要|用于|增|减|下降|上升|和|及|以及|均|全部|等$)/;
const ONLY_YEAR = /^(?:截[至止])?(20\d{2})年(?:度|底|末|初|\d{1,2}月(?:底|\d{1,2}日)?)?$/;
/** Words that begin a statement of its own, no part of the one before. */
const OWN = /^(?:20\d{2}年|本(?:部门|单位)|相应|(?:收入|支出)(?:预算|决算)|预算(?:收入|支出))/;
const OWN_BEHIND_SEMICOLON = /^(?:实有|现有|在职|离?退休|单位管理|单位价值|单价)/;
/** Claims among which a subject said again is looked for. */
const NEAR = 60;
/** Longer words name no subject. */
const LONGEST = 120;

/** What a plain text states, in its order. Pure; takes time in proportion to its length. */
export function readPassage(text: string, context: PassageContext): SaidClaim[] {
  const reading: Reading = {
    context,
    claims: [],
    scope: newScope(context.partOf),
    outer: [],
    mode: 'say',
    reasonHasFigures: false,
    label: null,
    project: null,
    year: null,
    involves: false,
    base: null,
    hasReference: false,
    words: '',
    isBegun: false,
    isBehindSemicolon: false,
    hasOpened: false,
  };
  for (const event of readLeads(text)) {
    if (event.kind === 'stop') takeStop(reading, event.sign);
    else if (event.kind === 'open') openScope(reading);
    else if (event.kind === 'close') closeScope(reading);
    else takeLead(reading, event);
  }
  return reading.claims;
}

function openScope(reading: Reading): void {
  const { scope, mode } = reading;
  reading.outer.push({ scope, mode });
  reading.scope = newScope(scope.last?.subject ?? null);
}

function closeScope(reading: Reading): void {
  const outer = reading.outer.pop();
  if (!outer) return;
  reading.scope = outer.scope;
  reading.mode = outer.mode;
  reading.words = '';
}

function takeStop(reading: Reading, sign: string): void {
  const { scope, words } = reading;
  reading.isBehindSemicolon = sign === '；';
  if (sign === '；') reading.involves = false;
  const isLabel = sign === '：' || (sign === '。' && !reading.isBegun);
  if (words !== '' && isLabel && isSaying(reading)) takeLabel(reading, words);
  else if (sign === '：' && words === '' && isSaying(reading) && !reading.hasOpened) openParts(reading, '');
  reading.words = '';
  reading.isBegun = true;
  if (sign === '；') {
    if (reading.mode === 'reason') reading.mode = 'after-reason';
    if (reading.mode === 'purpose') reading.mode = 'say';
    const whole = scope.wholes.pop();
    if (whole !== undefined) scope.within = whole;
  }
  if (sign !== '。' && sign !== '！' && sign !== '？') return;
  reading.mode = 'say';
  reading.reasonHasFigures = reading.involves = false;
  reading.base = null;
  reading.hasReference = false;
  if (!scope.isParts) return;
  scope.last = scope.whole && takesChange(scope.whole) && !scope.hasPartChange ? scope.whole : null;
  endParts(scope, reading.context.partOf);
}

const endParts = (scope: SaidScope, within: string | null): void => {
  Object.assign(scope, { ...newScope(within), last: scope.last });
};

const isSaying = ({ mode }: Reading): boolean => mode === 'say';

/** `（一）收入预算：`, `①人员经费：` */
function takeLabel(reading: Reading, words: string): void {
  const project = PROJECT_LABEL.exec(words)?.groups?.project;
  if (project !== undefined) reading.project = readSubject(project);
  const subject = readSubject(words.replace(/(?:情况|安排情况|说明|综述)+$/, ''));
  if (!isMoneySubject(subject)) return;
  reading.label = subject;
  if (!reading.scope.isParts || leadingNumber(words)) reading.scope.within = subject.name;
}

function takeLead(reading: Reading, lead: Lead): void {
  const { figure } = lead;
  const text = lead.text.length > LONGEST ? lead.text.slice(-LONGEST) : lead.text;
  reading.words = '';
  reading.hasOpened = false;
  if (reading.mode === 'after-reason') reading.mode = goesOnReasoning(reading, text) ? 'reason' : 'say';
  if (reading.mode === 'purpose' && isComparing(text)) reading.mode = 'say';
  if (reading.mode === 'reason') reading.reasonHasFigures ||= figure !== null;
  if (reading.mode !== 'say') return;
  const reason = REASON.exec(text)?.index ?? -1;
  const purpose = PURPOSE.exec(text)?.index ?? -1;
  if (reason < 0 && purpose < 0) {
    say(reading, lead, text);
    return;
  }
  const starts = [reason, purpose].filter((index) => index >= 0);
  const before = text.slice(0, Math.min(...starts));
  if (before !== '') say(reading, { ...lead, figure: null }, before);
  reading.mode = reason >= 0 ? 'reason' : 'purpose';
  reading.reasonHasFigures = figure !== null;
}

/** Behind the semicolon that may end a reason: another cause, or a figure of its own right. */
const goesOnReasoning = ({ reasonHasFigures, scope }: Reading, text: string): boolean => {
  if (CAUSES.test(text) || reasonHasFigures) return true;
  const comparison = readComparison(text);
  return comparison !== null && !comparison.hasReference && !scope.hasPartChange;
};

/** A clause of its own that goes back to the amount: 比上年增加, 与上年持平, 占. */
const isComparing = (text: string): boolean => {
  const comparison = readComparison(text);
  if (comparison) return comparison.subject === '' && comparison.hasReference;
  return readSameness(text)?.subject === '' || isReference(text);
};

function say(reading: Reading, lead: Lead, words: string): void {
  const isOwn = OWN.test(words) || (reading.isBehindSemicolon && OWN_BEHIND_SEMICOLON.test(words));
  if (reading.scope.isParts && isOwn && lead.figure) endParts(reading.scope, reading.context.partOf);
  const text = withoutParts(reading, lead, words);
  const { figure } = lead;
  if (!figure) {
    sayWithoutFigure(reading, lead, text);
    return;
  }
  if (!TAIL.test(lead.tail) || (reading.scope.isParts && reading.scope.isUnsure)) return;
  const here = { ...lead, text, figure };
  if (figure.kind === 'count') sayCount(reading, here);
  else if (reading.context.personsOnly) return;
  else if (figure.kind === 'money') sayMoney(reading, here);
  else sayPercent(reading, here);
}

/** 其中 and its like open the parts of what was said before. */
function withoutParts(reading: Reading, { figure }: Lead, text: string): string {
  const found = PARTS.exec(text);
  if (!found) return text;
  const part = text.slice(found.index + found[0].length);
  if (part !== '' && !figure) return text;
  openParts(reading, text.slice(0, found.index));
  reading.hasOpened = !figure;
  return part;
}

function openParts(reading: Reading, words: string): void {
  const { scope, context } = reading;
  if (scope.isParts && words === '') scope.wholes.push(scope.within);
  if (!scope.isParts) scope.whole = scope.last;
  const named = readSubject(words);
  const whole = reading.isBehindSemicolon ? scope.whole : scope.last;
  const within = isMoneySubject(named) ? named.name : (whole?.subject ?? scope.within ?? context.partOf);
  scope.isParts = true;
  scope.within = within;
}

function sayWithoutFigure(reading: Reading, lead: Lead, text: string): void {
  const year = ONLY_YEAR.exec(text)?.[1];
  if (year) reading.year = Number(year);
  else if (isReference(text)) reading.hasReference = true;
  else {
    reading.year = sentenceYear(text) ?? reading.year;
    reading.words = text;
    const same = readSameness(text);
    if (!same || reading.context.personsOnly) return;
    reading.words = '';
    const end = lead.start + lead.text.length;
    const place = { start: lead.start, at: lead.start, end };
    const claim = changedClaim(reading, { ...same, hasReference: true }, place);
    if (!claim || claim.money === null) return;
    claim.change = noDifference(text.slice(same.subject.length));
    claim.end = end;
  }
}

type FigureLead = Lead & { figure: SaidFigure };

const placeOf = ({ start, figure }: FigureLead): Pick<SaidClaim, 'start' | 'at' | 'end'> => ({
  start,
  at: figure.start,
  end: figure.end,
});

function sayMoney(reading: Reading, lead: FigureLead): void {
  const { text, figure } = lead;
  if (isReference(text)) {
    reading.base = figure;
    return;
  }
  const comparison = readComparison(text);
  if (comparison) sayChange(reading, lead, comparison);
  else sayAmount(reading, lead);
}

function sayChange(reading: Reading, lead: FigureLead, comparison: SaidComparison): void {
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
function changedClaim(
  reading: Reading,
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

function sayAmount(reading: Reading, lead: FigureLead): void {
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
  { label, project, context, claims, scope }: Reading,
  said: SaidSubject,
): SaidSubject | null {
  const from = (said.role === null ? null : project) ?? label ?? context.heading;
  const isTaken = claims.slice(-NEAR).some(({ subject, money }) => subject === from?.name && money !== null);
  if (!from || isTaken || scope.isParts) return null;
  return { ...from, role: said.role, year: said.year };
}

function sayPercent(reading: Reading, lead: FigureLead): void {
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
  reading: Reading,
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

function sayCount(reading: Reading, lead: FigureLead): void {
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

function add(reading: Reading, claim: SaidClaim): SaidClaim {
  claim.aboutYear ??= reading.year;
  reading.year = claim.aboutYear;
  reading.claims.push(claim);
  reading.scope.last = claim;
  return claim;
}
