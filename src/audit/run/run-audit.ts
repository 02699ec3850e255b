import { createHash } from 'node:crypto';
import { gravity } from '../../model/facts/severities.js';
import type { AuditRun, AuditScope, Finding, RuleCount } from '../../model/finding.js';
import type { AuditSource } from '../../model/ports/documents.js';
import { sumChecks } from '../equations/sum-checks.js';
import { cellNumber } from '../figures/figure.js';
import type { Rule, StorePass, SubjectIdentity } from '../rules/rule.js';
import { scopeTest } from '../subjects/scope.js';
import { type DisclosureSubject, subjectsOf } from '../subjects/subject.js';
import type { SumCheck } from '../verdicts/read-from-picture.js';
import type { Verdict } from '../verdicts/verdict.js';
import { findingOf, type Unmarked } from './finding-of.js';
import { fingerprintOf, matterOf } from './fingerprint.js';
import { gatherRoundings } from './gather-roundings.js';
import { RULES } from './rules.js';
import { countVerdict, emptyCount } from './tally.js';

/**
 * Disclosures a rule looks at before the next rule does: there are more rules than a processor holds at hand, and going through
 * all of them for each disclosure in turn takes longer.
 */
const TOGETHER = 12;

interface Raised {
  subject: SubjectIdentity;
  project: { name: string; code: string | null } | null;
  finding: Unmarked;
}

/** A run without what it found. */
export type RunRecord = Omit<AuditRun, 'findings'>;

/** Told what was found as soon as its document, or for rules over many documents the whole source, has been looked at. */
export type TakeFindings = (findings: readonly Finding[]) => void;

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
  const record = await passOver(source, scope, rules, (found) => {
    for (const finding of found) findings.push(finding);
  });
  return { ...record, findings: findings.sort(byGravity) };
}

/**
 * Runs the rules over every document of the source that lies in the scope, a few disclosures at a time; findings are handed on and
 * not kept, only counts and the records of store rules are. Store rules see every document of the source and answer for the scope,
 * so that they say there what they say in a run over everything.
 * @param looked told of disclosures when every rule over one document has answered for them
 * Throws when `scope.rules` names an unknown rule.
 */
export async function passOver(
  source: AuditSource,
  scope: AuditScope,
  rules: readonly Rule[],
  take: TakeFindings,
  looked: (disclosures: readonly DisclosureSubject[]) => void = () => undefined,
): Promise<RunRecord> {
  const ran = chosen(rules, scope);
  const isInScope = scopeTest(scope);
  const audit = new Audit(ran, isInScope, take);
  const waiting: DisclosureSubject[] = [];
  const lookAtWaiting = (): void => {
    const together = waiting.splice(0);
    audit.look(together);
    looked(together);
  };
  let documents = 0;
  for await (const document of source.documents(audit.isAcrossDocuments ? {} : scope)) {
    const subjects = subjectsOf(document);
    if (subjects.some(isInScope)) documents += 1;
    waiting.push(...subjects);
    if (waiting.length >= TOGETHER) lookAtWaiting();
  }
  lookAtWaiting();
  audit.finish();
  return { scope, rules: audit.counts(), ruleset: rulesetOf(rules), documents };
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
  readonly #take: TakeFindings;
  /** By the rules over one document, on the documents looked at together. */
  #raised: Raised[] = [];
  readonly #isInScope: (disclosure: DisclosureSubject) => boolean;
  /** What has been looked at of the scope: about nothing else is anything said. */
  readonly #inScope = new Set<string>();
  /** Of documents that were read from pictures, by sha256 and cell. */
  readonly #sumChecks = new Map<string, Map<number, SumCheck>>();

  constructor(rules: Rule[], isInScope: (disclosure: DisclosureSubject) => boolean, take: TakeFindings) {
    this.#rules = rules;
    this.#take = take;
    this.#isInScope = isInScope;
    for (const rule of rules) {
      this.#countOf(rule);
      if (rule.scope === 'store') this.#passes.set(rule, rule.begin());
    }
  }

  /** Whether a rule looks at more than the scope. */
  get isAcrossDocuments(): boolean {
    return this.#passes.size > 0;
  }

  /** @param disclosures of whole documents; those outside the scope are shown to store rules alone */
  look(disclosures: readonly DisclosureSubject[]): void {
    for (const disclosure of disclosures) this.#holdAgainstSums(disclosure);
    const subjects = disclosures.map((disclosure) => ({ disclosure, subject: identityOf(disclosure) }));
    const inScope = subjects.filter(({ disclosure }) => this.#isInScope(disclosure));
    for (const { subject } of inScope) this.#inScope.add(keyOf(subject));
    for (const rule of this.#rules) {
      const shown = rule.scope === 'store' ? subjects : inScope;
      for (const { disclosure, subject } of shown) this.#ask(rule, disclosure, subject);
    }
    this.#handOn(new Set());
  }

  #holdAgainstSums(disclosure: DisclosureSubject): void {
    const checks = sumChecks(disclosure);
    if (checks.size === 0) return;
    const { sha256 } = disclosure.document;
    this.#sumChecks.set(sha256, new Map([...(this.#sumChecks.get(sha256) ?? []), ...checks]));
  }

  #ask(rule: Rule, disclosure: DisclosureSubject, subject: SubjectIdentity): void {
    if (rule.scope === 'store') this.#passes.get(rule)?.collect(disclosure, subject);
    else this.#judgeAll(rule, subject, gatherRoundings(verdictsOf(rule, disclosure)));
  }

  counts(): RuleCount[] {
    return [...this.#counts.values()];
  }

  finish(): void {
    for (const [rule, pass] of this.#passes) {
      for (const { subject, verdict } of pass.finish()) {
        if (this.#inScope.has(keyOf(subject))) this.#judge(rule, this.#countOf(rule), subject, verdict);
      }
      this.#handOn(new Set([rule.id]));
    }
  }

  /** What is raised is all that these rules say of its documents: the identity of a finding rests on its rule and document. */
  #handOn(acrossDocuments: ReadonlySet<string>): void {
    if (this.#raised.length > 0) this.#take(marked(this.#raised, acrossDocuments));
    this.#raised = [];
  }

  #judgeAll(rule: Rule, subject: SubjectIdentity, verdicts: Iterable<Verdict>): void {
    const count = this.#countOf(rule);
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

const verdictsOf = (rule: Exclude<Rule, { scope: 'store' }>, disclosure: DisclosureSubject): Verdict[] =>
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

/** Findings with their identities; those of one document that share all of it carry their ordinal in reading order. */
function marked(raised: Raised[], acrossDocuments: ReadonlySet<string>): Finding[] {
  const ordinals = new Ordinals();
  return raised.sort(byDocument).map(({ subject, project, finding }) => {
    const about = { project, field: finding.field };
    const base = matterOf(finding.rule, subject, about, 0);
    const passage = acrossDocuments.has(finding.rule) ? passageOf(finding) : '';
    const later = ordinals.next(`${base}|${subject.document}`);
    return {
      fingerprint: fingerprintOf(
        base,
        subject.document,
        passage,
        ordinals.next(`${base}|${subject.document}|${passage}`),
      ),
      matter: later === 0 ? base : matterOf(finding.rule, subject, about, later),
      ...finding,
    };
  });
}

/** Counts how often each key has come. */
class Ordinals {
  readonly #seen = new Map<string, number>();

  next(key: string): number {
    const ordinal = this.#seen.get(key) ?? 0;
    this.#seen.set(key, ordinal + 1);
    return ordinal;
  }
}

/** The texts in its own document that a finding across documents rests on. */
const passageOf = ({ evidence, document }: Unmarked): string =>
  evidence
    .filter((operand) => operand.document === document)
    .map((operand) => operand.evidence.quote.replace(/\s/g, ''))
    .sort()
    .join('\n');

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Independent of the order and the names of the files; within a document reading order, for the sort is stable. */
const byDocument = (a: Raised, b: Raised): number =>
  compare(a.subject.document, b.subject.document) || compare(a.subject.disclosure, b.subject.disclosure);

/** By severity, then by yuan, then by a stable key. */
export const byGravity = (a: Finding, b: Finding): number =>
  gravity(a.severity) - gravity(b.severity) ||
  Math.abs(b.differenceFen ?? 0) - Math.abs(a.differenceFen ?? 0) ||
  compare(a.rule, b.rule) ||
  compare(a.fingerprint, b.fingerprint);
