import { noDifference, type SaidClaim, takesChange } from './claim.js';
import { isReference, readComparison, readSameness } from './comparison.js';
import { isMoneySubject } from './known-subjects.js';
import { type Lead, readLeads } from './leads.js';
import type { PassageContext, PassageReading } from './passage-reading.js';
import { leadingNumber } from './prose-heading.js';
import { readSubject } from './said-subject.js';
import { changedClaim, sayCount, sayMoney, sayPercent } from './say-figure.js';
import { newScope, type SaidScope } from './scope.js';
import { sentenceYear } from './sentence-year.js';

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
/** Longer words name no subject. */
const LONGEST = 120;

/** What a plain text states, in its order. Pure; takes time in proportion to its length. */
export function readPassage(text: string, context: PassageContext): SaidClaim[] {
  const reading: PassageReading = {
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

function openScope(reading: PassageReading): void {
  const { scope, mode } = reading;
  reading.outer.push({ scope, mode });
  reading.scope = newScope(scope.last?.subject ?? null);
}

function closeScope(reading: PassageReading): void {
  const outer = reading.outer.pop();
  if (!outer) return;
  reading.scope = outer.scope;
  reading.mode = outer.mode;
  reading.words = '';
}

function takeStop(reading: PassageReading, sign: string): void {
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

const isSaying = ({ mode }: PassageReading): boolean => mode === 'say';

/** `（一）收入预算：`, `①人员经费：` */
function takeLabel(reading: PassageReading, words: string): void {
  const project = PROJECT_LABEL.exec(words)?.groups?.project;
  if (project !== undefined) reading.project = readSubject(project);
  const subject = readSubject(words.replace(/(?:情况|安排情况|说明|综述)+$/, ''));
  if (!isMoneySubject(subject)) return;
  reading.label = subject;
  if (!reading.scope.isParts || leadingNumber(words)) reading.scope.within = subject.name;
}

function takeLead(reading: PassageReading, lead: Lead): void {
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
const goesOnReasoning = ({ reasonHasFigures, scope }: PassageReading, text: string): boolean => {
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

function say(reading: PassageReading, lead: Lead, words: string): void {
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
function withoutParts(reading: PassageReading, { figure }: Lead, text: string): string {
  const found = PARTS.exec(text);
  if (!found) return text;
  const part = text.slice(found.index + found[0].length);
  if (part !== '' && !figure) return text;
  openParts(reading, text.slice(0, found.index));
  reading.hasOpened = !figure;
  return part;
}

function openParts(reading: PassageReading, words: string): void {
  const { scope, context } = reading;
  if (scope.isParts && words === '') scope.wholes.push(scope.within);
  if (!scope.isParts) scope.whole = scope.last;
  const named = readSubject(words);
  const whole = reading.isBehindSemicolon ? scope.whole : scope.last;
  const within = isMoneySubject(named) ? named.name : (whole?.subject ?? scope.within ?? context.partOf);
  scope.isParts = true;
  scope.within = within;
}

function sayWithoutFigure(reading: PassageReading, lead: Lead, text: string): void {
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
