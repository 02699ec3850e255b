import type { AuditedDisclosure } from '../model/audited-disclosure.js';
import type { Stage } from '../model/facts/stages.js';
import type { AuditScope, Finding } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import { regionTitle } from '../report/audit-report/titles.js';
import { excerpt } from '../report/evidence/excerpt.js';
import type { Template } from '../report/letters/fill-template.js';
import type { LetterFinding } from '../report/letters/finding-words.js';
import { verificationLetter } from '../report/letters/verification-letter.js';
import type { Row } from '../report/row.js';
import { type FindingsWanted, findingsInScope, listedFindings } from './findings-in-scope.js';
import { letterDate, letterFiles } from './letter-files.js';
import { locatedFindings, type NumberedFinding } from './located-findings.js';
import { reportedRule, ruleOf } from './rules.js';

export interface LettersAsked {
  scope: AuditScope;
  /** Which findings of the scope; those that are settled are left out by default. */
  wanted: FindingsWanted;
  template: Template;
  date: Date;
}

/** A department of one place with findings, to be written to. */
export interface Addressee {
  /** Of the place; part of the name of the file. */
  region: string;
  department: string;
  rows: readonly ListedRow[];
}

type ListedRow = Row & NumberedFinding & { department_key: string | null };

/** To whom there is to write, and how many findings are of nobody. */
export interface Addressees {
  addressees: Addressee[];
  /** Findings whose region or department is unknown. */
  unassigned: number;
}

/** The departments that have findings, each of its place, in the order of the list. */
export async function addresseesOf(
  store: Store,
  { scope, wanted }: Pick<LettersAsked, 'scope' | 'wanted'>,
): Promise<Addressees> {
  const rows = listedFindings(findingsInScope(store, scope), wanted) as AsyncIterable<ListedRow>;
  const groups = new Map<string, ListedRow[]>();
  let unassigned = 0;
  for await (const row of rows) {
    const { region, department } = row;
    if (region === null || department === null) unassigned += 1;
    else {
      const group = groups.get(keyOf(row)) ?? [];
      group.push(row);
      groups.set(keyOf(row), group);
    }
  }
  const addressees = [...groups.values()].map((group) => ({
    region: regionTitle({ region: placeOf(group[0] as ListedRow) }),
    department: mostPrinted(group),
    rows: group,
  }));
  return { addressees, unassigned };
}

/** 核实函 to one department. @throws UserError on a template that cannot be filled in */
export async function letterTo(
  store: Store,
  { department, rows }: Addressee,
  { scope, template, date }: LettersAsked,
): Promise<Uint8Array> {
  const findings = await letterFindings(store, rows);
  const [first] = rows;
  const disclosures = first ? await disclosuresOf(store, first, scope.year) : [];
  const rested = findings.flatMap(({ finding }) => finding.evidence.map((each) => each.document));
  const files = await letterFiles(store, [...disclosures.map((each) => each.document), ...rested]);
  const documents = [...new Set(disclosures.map((each) => each.document))];
  const published = documents.flatMap((sha256) => {
    const file = files.get(sha256);
    return file ? [{ file, of: disclosures.filter((each) => each.document === sha256) }] : [];
  });
  const region = first ? placeOf(first) : null;
  return verificationLetter(
    { region, department, published, findings, date: letterDate(date) },
    files,
    template,
  );
}

async function disclosuresOf(
  store: Store,
  row: ListedRow,
  year: number | undefined,
): Promise<AuditedDisclosure[]> {
  const found: AuditedDisclosure[] = [];
  for await (const each of store.auditedDisclosures({ region: row.region_code ?? row.region ?? '', year })) {
    if (isOf(each, row)) found.push(each);
  }
  return found;
}

/** Findings of a list with what papers say of them. */
export async function letterFindings(
  store: Store,
  rows: readonly NumberedFinding[],
): Promise<LetterFinding[]> {
  const located = await locatedFindings(store, rows);
  const excerpts = await excerptsOf(store, located);
  return located.map(({ row, finding, subject }, index) => {
    const rule = ruleOf(finding.rule);
    return {
      id: row.id,
      finding,
      subject,
      rule: rule && reportedRule(rule),
      excerpts: excerpts[index] ?? [],
    };
  });
}

/** Characters of what is printed in a place. */
const QUOTE = 400;

/** What is printed where each operand of each finding stands; every document is loaded once, one after the other. */
async function excerptsOf(store: Store, located: readonly { finding: Finding }[]): Promise<string[][]> {
  const written = located.map(({ finding }) => finding.evidence.map(() => ''));
  const documents = new Set(located.flatMap(({ finding }) => finding.evidence.map((each) => each.document)));
  for (const sha256 of documents) {
    const document = (await store.load(sha256)) ?? undefined;
    for (const [at, { finding }] of located.entries()) {
      for (const [index, operand] of finding.evidence.entries()) {
        const texts = written[at];
        if (texts && operand.document === sha256) texts[index] = excerpt(operand, document, QUOTE);
      }
    }
  }
  return written;
}

const keyOf = ({ region, region_code: code, department, department_key: key }: ListedRow): string =>
  JSON.stringify([code ?? region, key ?? department]);

const isOf = ({ region, department, departmentKey }: AuditedDisclosure, row: ListedRow): boolean =>
  (region?.code ?? region?.name) === (row.region_code ?? row.region) &&
  (departmentKey ?? department) === (row.department_key ?? row.department);

const placeOf = ({ region, region_code: code, province, city }: ListedRow) =>
  region === null ? null : { code, name: region, province, city };

/** The name that most of the findings have. */
function mostPrinted(rows: readonly { department: string | null; stage: Stage | null }[]): string {
  const counts = new Map<string, number>();
  for (const { department } of rows) {
    if (department !== null) counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
