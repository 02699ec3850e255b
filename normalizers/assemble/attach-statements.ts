import type { Disclosure } from '../../src/model/disclosure.js';
import { emptyDisclosure } from '../../src/model/facts/empty-disclosure.js';
import type { Stage } from '../../src/model/facts/stages.js';
import type { Extraction } from '../../src/model/grid.js';
import { departmentKey } from '../parse/department/department-key.js';
import { parseDepartment } from '../parse/department/parse-department.js';
import type { TextAt } from '../recognize/form/form.js';
import type { StatementRead } from '../statements/read-statements.js';
import { statementWords } from '../statements/statement-words.js';
import { coverDepartment } from './cover-department.js';
import { inferSubject, type SubjectHints } from './infer-subject.js';

/**
 * Gives every statement to the disclosure of its stage and department; one that none of the forms made is added behind them. Statements that name no
 * department, or the only one there is, go to the only department of the document.
 */
export function attachStatements(
  disclosures: readonly Disclosure[],
  read: readonly StatementRead[],
  document: Pick<Extraction, 'blocks' | 'title'>,
  hints: SubjectHints,
): Disclosure[] {
  if (read.length === 0) return [...disclosures];
  const all = [...disclosures];
  const stage = stageOf(read, document);
  const several = namesSeveral(read);
  const added = new Map<string, Disclosure>();
  let named: TextAt | null = null;
  for (const each of read) {
    named = textAt(each, document) ?? named;
    const of = each.stage ?? stage;
    const department = several ? named : null;
    const known = all.find((disclosure) => disclosure.stage === of && isOf(disclosure, department));
    const key = `${of}|${department?.text ?? ''}`;
    const target =
      known ??
      added.get(key) ??
      newDisclosure(of, several ? named : firstNamed(read, document), all, document, hints);
    if (!known && !added.has(key)) {
      added.set(key, target);
      all.push(target);
    }
    target.statements.push({ ...each.statement, id: target.statements.length + 1 });
  }
  return all;
}

/** 决算 in most titles, else on the cover, makes accounts of a pack whose titles say neither. */
function stageOf(
  read: readonly StatementRead[],
  { blocks, title }: Pick<Extraction, 'blocks' | 'title'>,
): Stage {
  const said = read.flatMap(({ stage }) => stage ?? []);
  const final = said.filter((stage) => stage === 'final').length;
  if (said.length > 0) return final * 2 > said.length ? 'final' : 'budget';
  const words = statementWords().titles;
  const cover = [
    title ?? '',
    ...blocks.slice(0, COVER).flatMap((block) => (block.kind === 'paragraph' ? block.text : [])),
  ];
  const first = cover.find((text) => words.final.test(text) || words.budget.test(text));
  return first !== undefined && words.final.test(first) && !words.budget.test(first) ? 'final' : 'budget';
}

const COVER = 12;

const keyOf = (text: string): string => departmentKey(text, null) ?? text;

const namesSeveral = (read: readonly StatementRead[]): boolean =>
  new Set(
    read.flatMap(({ department }) =>
      department && parseDepartment(department.text) ? keyOf(department.text) : [],
    ),
  ).size > 1;

const isOf = (disclosure: Disclosure, department: TextAt | null): boolean =>
  department === null ||
  (disclosure.department !== null && keyOf(disclosure.department) === keyOf(department.text));

function textAt({ department }: StatementRead, { blocks }: Pick<Extraction, 'blocks'>): TextAt | null {
  if (!department || !parseDepartment(department.text)) return null;
  const { block, cell } = department.evidence;
  const at = blocks[block];
  if (!at) return null;
  if (at.kind === 'paragraph') return { text: department.text, at: { block, paragraph: at } };
  const inGrid = at.cells[cell ?? -1];
  return inGrid ? { text: department.text, at: { block, index: cell ?? -1, cell: inGrid } } : null;
}

const firstNamed = (read: readonly StatementRead[], document: Pick<Extraction, 'blocks'>): TextAt | null =>
  read.map((each) => textAt(each, document)).find((text) => text !== null) ?? null;

/** A disclosure of a stage or department that the forms do not have; a pack of one department keeps it over the stages. */
function newDisclosure(
  stage: Stage,
  named: TextAt | null,
  known: readonly Disclosure[],
  { blocks, title }: Pick<Extraction, 'blocks' | 'title'>,
  hints: SubjectHints,
): Disclosure {
  const subject = inferSubject(
    {
      contexts: [],
      projectCodes: [],
      agencies: [],
      blocks,
      title,
      department: named ?? coverDepartment(blocks),
      stage,
    },
    hints,
  );
  const [first] = known;
  if (subject.department !== null || !first) return { ...emptyDisclosure(), ...subject };
  const { region, department, departmentCode, departmentKey: key } = first;
  return {
    ...emptyDisclosure(),
    ...subject,
    region: subject.region ?? region,
    department,
    departmentCode,
    departmentKey: key,
  };
}
