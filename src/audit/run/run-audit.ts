import { createHash } from 'node:crypto';
import { gravity } from '../../model/facts/severities.js';
import type { AuditRun, AuditScope, DocumentAnswers, Finding, RuleCount } from '../../model/finding.js';
import type { AuditSource } from '../../model/ports/documents.js';
import type { OpenPile } from '../../model/ports/pile.js';
import { addCount, emptyCount } from '../../model/rule-counts.js';
import { textOrder } from '../../model/text-order.js';
import { sumChecks } from '../equations/sum-checks.js';
import { cellNumber } from '../figures/figure.js';
import {
  isOverMany,
  type Rule,
  type StorePass,
  type StoreVerdict,
  type SubjectIdentity,
} from '../rules/rule.js';
import { scopeTest } from '../subjects/scope.js';
import { type DisclosureSubject, subjectsOf } from '../subjects/subject.js';
import type { SumCheck } from '../verdicts/read-from-picture.js';
import type { Verdict } from '../verdicts/verdict.js';
import { findingOf } from './finding-of.js';
import { gatherRoundings } from './gather-roundings.js';
import { markFindings, type Raised } from './mark-findings.js';
import { RULES } from './rules.js';
import { heldPile, type SeriesRecords, seriesRecords } from './series-records.js';
import { countVerdict } from './tally.js';

/**
 * Disclosures a rule looks at before the next rule does: there are more rules than a processor holds at hand, and going through
 * all of them for each disclosure in turn takes longer.
 */
const TOGETHER = 12;

/** A run without what it found. */
export type RunRecord = Omit<AuditRun, 'findings'>;

/** Told what was found as soon as its document, or for rules over many documents the whole source, has been looked at. */
export type TakeFindings = (findings: readonly Finding[]) => void;

/** Who is told of a pass while it is on. */
export interface PassTaker {
  found: TakeFindings;
  /** Told of disclosures, with what the rules over one document answered of their documents, when all of these have. */
  looked?: (disclosures: readonly DisclosureSubject[], answers: readonly DocumentAnswers[]) => void;
  /** Documents shown to rules over many documents alone: the others have answered of them as they are. */
  standing?: ReadonlySet<string>;
  /** Where what is taken from the documents of a department is kept meanwhile; in memory by default. */
  pile?: OpenPile;
}

/**
 * Runs the rules as `passOver` does and keeps what they find, sorted as `byGravity` has it.
 * Throws when `scope.rules` names an unknown rule.
 */
export async function runAudit(
  source: AuditSource,
  scope: AuditScope = {},
  rules: readonly Rule[] = RULES,
): Promise<AuditRun> {
  const findings: Finding[] = [];
  const record = await passOver(source, scope, rules, {
    found: (found) => {
      for (const finding of found) findings.push(finding);
    },
  });
  return { ...record, findings: findings.sort(byGravity) };
}

/**
 * Runs the rules over every document of the source that lies in the scope, a few disclosures at a time; findings are handed on and
 * not kept, only counts and the records of rules over the whole store are. Those see every document of the source that they may hold
 * against one of the scope and answer for the scope, so that they say there what they say in a run over everything.
 * Throws when `scope.rules` names an unknown rule.
 */
export async function passOver(
  source: AuditSource,
  scope: AuditScope,
  rules: readonly Rule[],
  { found, looked = () => undefined, standing = new Set(), pile = heldPile }: PassTaker,
): Promise<RunRecord> {
  const ran = chosen(rules, scope);
  const isInScope = scopeTest(scope);
  const series = seriesRecords(
    ran.filter((rule) => rule.scope === 'department'),
    pile,
  );
  const audit = new Audit(ran, series, isInScope, found, standing);
  const waiting: DisclosureSubject[] = [];
  const lookAtWaiting = (): void => {
    const together = waiting.splice(0);
    looked(together, audit.look(together));
  };
  let documents = 0;
  try {
    for await (const document of source.documents(seenBy(ran, scope))) {
      const subjects = subjectsOf(document);
      if (subjects.some(isInScope)) documents += 1;
      waiting.push(...subjects);
      if (waiting.length >= TOGETHER) lookAtWaiting();
    }
    lookAtWaiting();
    audit.finish();
  } finally {
    for (const records of series) records.close();
  }
  return { scope, rules: audit.counts(), ruleset: rulesetOf(rules), documents };
}

/** What rules must see to answer for a scope: those over a department all of its province, those over the store all there is. */
function seenBy(rules: readonly Rule[], scope: AuditScope): AuditScope {
  if (!rules.some(isOverMany)) return scope;
  const { province } = scope;
  return rules.some((rule) => rule.scope === 'store') || province === undefined ? {} : { province };
}

/** Which rules there are in which versions, as a hash. */
export const rulesetOf = (rules: readonly Rule[]): string =>
  createHash('sha256')
    .update(rules.map(({ id, version }) => `${id}@${version}`).join('\n'))
    .digest('hex')
    .slice(0, 16);

function chosen(rules: readonly Rule[], scope: AuditScope): Rule[] {
  for (const id of scope.rules ?? []) {
    if (!rules.some((rule) => rule.id === id))
      throw new Error(`没有规则 ${id}，运行 mingzhang rules 查看全部规则`);
  }
  return rules.filter((rule) => scope.rules === undefined || scope.rules.includes(rule.id));
}

/** State of one run. */
class Audit {
  readonly #rules: Rule[];
  readonly #counts = new Map<Rule, RuleCount>();
  readonly #passes = new Map<Rule, StorePass>();
  readonly #series: readonly SeriesRecords[];
  readonly #take: TakeFindings;
  readonly #standing: ReadonlySet<string>;
  /** By the rules over one document, on the documents looked at together. */
  #raised: Raised[] = [];
  readonly #isInScope: (disclosure: DisclosureSubject) => boolean;
  /** What has been looked at of the scope: about nothing else is anything said. */
  readonly #inScope = new Set<string>();
  /** Of documents that were read from pictures, by sha256 and cell. */
  readonly #sumChecks = new Map<string, Map<number, SumCheck>>();

  constructor(
    rules: Rule[],
    series: readonly SeriesRecords[],
    isInScope: (disclosure: DisclosureSubject) => boolean,
    take: TakeFindings,
    standing: ReadonlySet<string>,
  ) {
    this.#rules = rules;
    this.#series = series;
    this.#take = take;
    this.#isInScope = isInScope;
    this.#standing = standing;
    for (const rule of rules) {
      this.#countOf(rule);
      if (rule.scope === 'store') this.#passes.set(rule, rule.begin());
    }
  }

  /**
   * @param disclosures of whole documents; those outside the scope, and those that stand, are shown to rules over many alone
   * @returns what the others answered
   */
  look(disclosures: readonly DisclosureSubject[]): DocumentAnswers[] {
    for (const disclosure of disclosures) this.#holdAgainstSums(disclosure);
    const subjects = disclosures.map((disclosure) => ({ disclosure, subject: identityOf(disclosure) }));
    const inScope = subjects.filter(({ disclosure }) => this.#isInScope(disclosure));
    for (const { subject } of inScope) this.#inScope.add(keyOf(subject));
    const asked = inScope.filter(({ subject }) => !this.#standing.has(subject.document));
    const answers = new Map(asked.map(({ subject }) => [subject.document, new Map<Rule, RuleCount>()]));
    for (const records of this.#series)
      for (const { disclosure, subject } of subjects) records.collect(disclosure, subject);
    for (const rule of this.#rules) {
      if (rule.scope === 'department') continue;
      if (rule.scope === 'store') {
        const pass = this.#passes.get(rule);
        for (const { disclosure, subject } of subjects) pass?.collect(disclosure, subject);
        continue;
      }
      for (const { disclosure, subject } of asked) {
        const verdicts = gatherRoundings(verdictsOf(rule, disclosure));
        const counts = answers.get(subject.document);
        if (counts && verdicts.length > 0) this.#judgeAll(rule, counts, subject, verdicts);
      }
    }
    this.#handOn(new Set());
    return [...answers].map(([document, counts]) => this.#addUp(document, [...counts.values()]));
  }

  #addUp(document: string, counts: RuleCount[]): DocumentAnswers {
    const answered = new Map(counts.map((count) => [count.rule, count]));
    for (const [rule, total] of this.#counts) {
      const count = answered.get(rule.id);
      if (count) addCount(total, count);
    }
    return { document, counts };
  }

  #holdAgainstSums(disclosure: DisclosureSubject): void {
    const checks = sumChecks(disclosure);
    if (checks.size === 0) return;
    const { sha256 } = disclosure.document;
    this.#sumChecks.set(sha256, new Map([...(this.#sumChecks.get(sha256) ?? []), ...checks]));
  }

  counts(): RuleCount[] {
    return [...this.#counts.values()];
  }

  finish(): void {
    for (const records of this.#series)
      for (const some of records.series())
        for (const rule of records.rules) this.#answer(rule, rule.check(some));
    for (const [rule, pass] of this.#passes) this.#answer(rule, pass.finish());
  }

  /** What a rule over many documents says; of one over a department, of one series. */
  #answer(rule: Rule, verdicts: Iterable<StoreVerdict>): void {
    for (const { subject, verdict } of verdicts) {
      if (this.#inScope.has(keyOf(subject))) this.#judge(rule, this.#countOf(rule), subject, verdict);
    }
    this.#handOn(new Set([rule.id]));
  }

  /** What is raised is all that these rules say of its documents: the identity of a finding rests on its rule and document. */
  #handOn(acrossDocuments: ReadonlySet<string>): void {
    if (this.#raised.length > 0) this.#take(markFindings(this.#raised, acrossDocuments));
    this.#raised = [];
  }

  #judgeAll(
    rule: Rule,
    counts: Map<Rule, RuleCount>,
    subject: SubjectIdentity,
    verdicts: Iterable<Verdict>,
  ): void {
    const count = counts.get(rule) ?? emptyCount(rule.id);
    counts.set(rule, count);
    for (const verdict of verdicts) this.#judge(rule, count, subject, verdict);
  }

  #countOf(rule: Rule): RuleCount {
    const count = this.#counts.get(rule) ?? emptyCount(rule.id);
    this.#counts.set(rule, count);
    return count;
  }

  #judge(rule: Rule, count: RuleCount, subject: SubjectIdentity, verdict: Verdict): void {
    if (!('finding' in verdict)) {
      countVerdict(count, verdict);
      return;
    }
    const finding = findingOf(rule, subject, verdict.kind, verdict.finding, (operand) =>
      this.#sumChecks.get(operand.document ?? subject.document)?.get(cellNumber(operand.evidence)),
    );
    count[finding.verdict] += 1;
    this.#raised.push({ subject, project: verdict.finding.project, finding });
  }
}

const verdictsOf = (
  rule: Extract<Rule, { scope: 'form' | 'document' }>,
  disclosure: DisclosureSubject,
): Verdict[] =>
  rule.scope === 'document'
    ? [...rule.check(disclosure)]
    : disclosure.forms
        .filter(({ form }) => rule.forms.includes(form.kind))
        .flatMap((form) => [...rule.check(form)]);

const keyOf = ({ document, disclosure }: SubjectIdentity): string => `${document}#${disclosure}`;

function identityOf({ document, index, disclosure }: DisclosureSubject): SubjectIdentity {
  return {
    document: document.sha256,
    disclosure: index,
    region: disclosure.region ? (disclosure.region.code ?? disclosure.region.name) : null,
    department: disclosure.department,
    year: disclosure.year,
    stage: disclosure.stage,
  };
}

/** By severity, then by yuan, then by a stable key. */
export const byGravity = (a: Finding, b: Finding): number =>
  gravity(a.severity) - gravity(b.severity) ||
  Math.abs(b.differenceFen ?? 0) - Math.abs(a.differenceFen ?? 0) ||
  textOrder(a.rule, b.rule) ||
  textOrder(a.fingerprint, b.fingerprint);
