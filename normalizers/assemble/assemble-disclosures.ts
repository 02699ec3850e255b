import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { BudgetLine, Disclosure, Form } from '../../src/model/disclosure.js';
import type { CellClaim } from '../../src/model/document.js';
import { emptyDisclosure } from '../../src/model/facts/empty-disclosure.js';
import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import type { Block, Extraction } from '../../src/model/grid.js';
import { append } from '../append.js';
import { departmentKey } from '../parse/department/department-key.js';
import type { RecognizedForm, TextAt } from '../recognize/form/form.js';
import { nameKey } from '../recognize/values/canonical-name.js';
import { assembleForm } from './assemble-form.js';
import { ProjectBook } from './assemble-projects.js';
import { coverDepartment } from './cover-department.js';
import { type FormContext, formContext } from './form-context.js';
import { type FormGroup, groupForms } from './group-forms.js';
import { type InferredSubject, inferSubject, type SubjectHints } from './infer-subject.js';
import { type IndicatorWithCode, joinByCode } from './join-by-code.js';
import { partialForm } from './partial-form.js';
import { unitOfPack } from './unit-of-pack.js';

export interface Assembled {
  forms: Form[];
  disclosures: Disclosure[];
  diagnostics: Diagnostic[];
}

/** Turns recognized forms into disclosures: one for each department and stage, projects merged within it. */
export function assembleDisclosures(
  recognized: readonly RecognizedForm[],
  claims: readonly CellClaim[],
  { blocks, title }: Pick<Extraction, 'blocks' | 'title'>,
  hints: SubjectHints,
): Assembled {
  const contexts = ofOneReport(recognized.map(formContext));
  const documentUnit = onlyUnit(contexts);
  const claimsByForm = byForm(claims);
  const forms: Form[] = [];
  const diagnostics: Diagnostic[] = [];
  const onCover = contexts.some(({ department }) => department) ? null : coverDepartment(blocks);
  const groups = groupForms(recognized, contexts);
  const unit = unitOf(groups, recognized, { blocks, title });
  const disclosures = groups.map((group, index) =>
    assembleGroup(unit ? { ...group, department: unit } : group, index, {
      blocks,
      title,
      hints,
      documentUnit,
      onCover,
      above: unit ? (groups[0]?.department ?? null) : null,
      claims: claimsByForm,
      forms,
      diagnostics,
    }),
  );
  forms.sort((a, b) => a.index - b.index);
  return { forms, disclosures, diagnostics };
}

/** Tables in an evaluation report are part of it: none of them is a budget. */
function ofOneReport(contexts: readonly FormContext[]): FormContext[] {
  const isReport = contexts.some(({ kind }) => kind === 'evaluation-report');
  return contexts.map((context) =>
    isReport && context.stage === 'budget' ? { ...context, stage: 'self-evaluation' } : context,
  );
}

/** The unit whose pack it is, where all forms print one department above it. */
function unitOf(
  groups: readonly FormGroup[],
  forms: readonly RecognizedForm[],
  document: Pick<Extraction, 'blocks'> & { title: string | undefined },
): TextAt | null {
  const printed = groups.flatMap(({ department }) => department ?? []);
  const [department] = printed;
  const isOnly = new Set(printed.map(({ text }) => departmentKey(text, null) ?? text)).size === 1;
  return department && isOnly ? unitOfPack(forms, document, department) : null;
}

function byForm(claims: readonly CellClaim[]): Map<number, CellClaim[]> {
  const map = new Map<number, CellClaim[]>();
  for (const claim of claims) {
    const known = map.get(claim.form);
    if (known) known.push(claim);
    else map.set(claim.form, [claim]);
  }
  return map;
}

interface Shared {
  title: string | undefined;
  blocks: readonly Block[];
  hints: SubjectHints;
  documentUnit: MoneyUnit | null;
  /** The department of the cover, where no form names one. */
  onCover: TextAt | null;
  /** The department that the forms print, where the pack is that of a unit below it. */
  above: TextAt | null;
  claims: ReadonlyMap<number, CellClaim[]>;
  forms: Form[];
  diagnostics: Diagnostic[];
}

function assembleGroup(group: FormGroup, index: number, shared: Shared): Disclosure {
  const disclosure: Disclosure = { ...emptyDisclosure(), stage: group.stage };
  const book = new ProjectBook(formsPerParent(group));
  const coded: IndicatorWithCode[] = [];
  for (const { form, context, index: formIndex } of group.forms) {
    const assembled = assembleForm(form, context, formIndex, {
      book,
      disclosure,
      disclosureIndex: index,
      documentUnit: shared.documentUnit,
      claims: shared.claims.get(formIndex) ?? [],
      diagnostics: shared.diagnostics,
      coded,
    });
    shared.forms.push(assembled);
    if (assembled.state === 'partial') shared.diagnostics.push(partialForm(assembled, shared.blocks));
  }
  joinByCode(coded, book);
  append(disclosure.projects, book.projects);
  append(disclosure.budgets, amountsOfRowsOnly(disclosure));
  const subject = inferSubject(
    {
      contexts: group.forms.map(({ context }) => context),
      projectCodes: disclosure.projects.flatMap((project) => (project.code ? [project.code] : [])),
      agencies: [
        ...new Set(disclosure.projects.flatMap((project) => (project.agency ? [project.agency] : []))),
      ],
      blocks: shared.blocks,
      title: shared.title,
      department: group.department ?? shared.onCover,
      stage: group.stage,
    },
    shared.hints,
  );
  return { ...disclosure, ...subject, ...ownKey(subject, group, shared.above) };
}

/** A unit whose name gives the key of the department above it (that of a part of its place) has its name for a key. */
function ownKey(
  { department, departmentKey: key, region, basis }: InferredSubject,
  { department: named }: FormGroup,
  above: TextAt | null,
): Partial<InferredSubject> {
  const isUnit = above !== null && named !== null && basis.department?.from === 'text';
  return isUnit && key === departmentKey(above.text, region) ? { departmentKey: department } : {};
}

/** The amounts of a list that is all there is: no project has a form of its own. */
function amountsOfRowsOnly({ projects, budgets }: Disclosure): BudgetLine[] {
  if (projects.some((project) => project.hasForm)) return [];
  const known = new Set(budgets.map((line) => line.project));
  return projects.flatMap(({ id, mentions: [mention] }) => {
    const evidence = mention?.evidence.money;
    if (known.has(id) || !mention?.money || !evidence) return [];
    const { form, money } = mention;
    const line: BudgetLine = {
      form,
      project: id,
      axis: 'total',
      category: '金额',
      horizon: 'annual',
      scope: 'own',
      money,
      label: '金额',
      evidence,
    };
    return [line];
  });
}

/** How many project forms of the group share a 所属专项. */
function formsPerParent(group: FormGroup): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { form } of group.forms) {
    const parent = form.fields.find((value) => value.field === 'project.parent' && value.text.trim() !== '');
    if (parent) counts.set(nameKey(parent.text), (counts.get(nameKey(parent.text)) ?? 0) + 1);
  }
  return counts;
}

/** The unit that every caption of the document agrees on. */
function onlyUnit(contexts: readonly FormContext[]): MoneyUnit | null {
  const units = new Set(contexts.flatMap(({ units: { caption, paragraph } }) => [caption, paragraph]));
  units.delete(null);
  const [only] = units;
  return units.size === 1 ? (only ?? null) : null;
}
