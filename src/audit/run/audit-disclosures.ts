import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { AuditScope, DocumentAnswers } from '../../model/finding.js';
import type { AuditSource } from '../../model/ports/documents.js';
import type { OpenPile } from '../../model/ports/pile.js';
import type { Rule } from '../rules/rule.js';
import { scopeTest } from '../subjects/scope.js';
import { type DisclosureSubject, type FormSubject, formsOf } from '../subjects/subject.js';
import type { Verdict } from '../verdicts/verdict.js';
import { RULES } from './rules.js';
import { passOver, type RunRecord, type TakeFindings } from './run-audit.js';

/**
 * Runs the audit as `passOver` does and hands on, beside what is found, every disclosure it looked at with the answers that
 * raised no finding; none of them is kept.
 */
export async function auditDisclosures(
  source: AuditSource,
  scope: AuditScope,
  { found = () => undefined, looked, standing, pile }: AuditTaker,
  rules: readonly Rule[] = RULES,
): Promise<RunRecord> {
  const isInScope = scopeTest(scope);
  const seen = new Map<string, AuditedDisclosure>();
  const watchedSource: AuditSource = {
    async *documents(wanted) {
      for await (const document of source.documents(wanted)) {
        for (const [index, disclosure] of document.disclosures.entries()) {
          const looked = { document, index, disclosure };
          if (isInScope(looked) && !standing?.has(document.sha256)) seen.set(keyOf(looked), describe(looked));
        }
        yield document;
      }
    },
  };
  const watched = rules.map((rule) =>
    watchRule(rule, (subject, verdict) => count(seen.get(keyOf(subject)), rule.id, verdict)),
  );
  const handOn = (subjects: readonly Looked[], answers: readonly DocumentAnswers[]): void => {
    const keys = subjects.map(keyOf);
    const disclosures = keys.flatMap((key) => seen.get(key) ?? []);
    looked(disclosures, answers);
    for (const key of keys) seen.delete(key);
  };
  return passOver(watchedSource, scope, watched, { found, looked: handOn, standing, pile });
}

/** Who is told of what an audit finds and sees, while it is on. */
export interface AuditTaker {
  found?: TakeFindings;
  /** @param answers of the rules over one document, by document */
  looked: (disclosures: readonly AuditedDisclosure[], answers: readonly DocumentAnswers[]) => void;
  /** As `PassTaker` has them. */
  standing?: ReadonlySet<string>;
  pile?: OpenPile;
}

type Looked = Pick<DisclosureSubject, 'document' | 'index' | 'disclosure'>;

const keyOf = ({ document, index }: Looked): string => `${document.sha256}#${index}`;

type Watch = (subject: DisclosureSubject, verdict: Verdict) => void;

/** The same rule, whose answers are shown to `watch` as they are given. */
function watchRule(rule: Rule, watch: Watch): Rule {
  switch (rule.scope) {
    case 'department':
    case 'store':
      return rule;
    case 'document':
      return {
        ...rule,
        check: (disclosure: DisclosureSubject) => tee(rule.check(disclosure), disclosure, watch),
      };
    case 'form':
      return { ...rule, check: (form: FormSubject) => tee(rule.check(form), form.disclosure, watch) };
  }
}

function* tee(verdicts: Iterable<Verdict>, subject: DisclosureSubject, watch: Watch): Iterable<Verdict> {
  for (const verdict of verdicts) {
    watch(subject, verdict);
    yield verdict;
  }
}

function describe({ document, index, disclosure }: Looked): AuditedDisclosure {
  const { region, year, stage, department, departmentKey } = disclosure;
  return {
    document: document.sha256,
    disclosure: index,
    path: document.path,
    url: document.url,
    region,
    year,
    stage,
    department,
    departmentKey,
    forms: formsOf(document, index).length,
    projects: disclosure.projects.length,
    indicators: disclosure.indicators.length,
    costs: disclosure.costs.length,
    pass: 0,
    notApplicable: 0,
    notEvaluated: 0,
    unjudged: [],
  };
}

function count(into: AuditedDisclosure | undefined, rule: string, verdict: Verdict): void {
  if (!into) return;
  if (verdict.kind === 'pass') into.pass += 1;
  if (verdict.kind === 'not-applicable') into.notApplicable += 1;
  if (verdict.kind !== 'not-evaluated') return;
  into.notEvaluated += 1;
  const known = into.unjudged.find((each) => each.rule === rule && each.reason === verdict.reason);
  if (known) known.count += 1;
  else into.unjudged.push({ rule, reason: verdict.reason, count: 1 });
}
