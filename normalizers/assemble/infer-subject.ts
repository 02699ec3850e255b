import type { Basis, Disclosure, Region } from '../../src/model/disclosure.js';
import type { Stage } from '../../src/model/facts/stages.js';
import { type Block, isGrid } from '../../src/model/grid.js';
import { departmentKey } from '../parse/department/department-key.js';
import { parseDepartment } from '../parse/department/parse-department.js';
import { findRegionByCode, findRegionsByName } from '../parse/region/find-region.js';
import { inferRegion } from '../parse/region/infer-region.js';
import { inferStage } from '../parse/stage/infer-stage.js';
import { inferYear } from '../parse/year/infer-year.js';
import type { TextAt } from '../recognize/form/form.js';
import { evidenceOfText } from '../recognize/values/evidence.js';
import type { FormContext } from './form-context.js';

/** What is known of a document from outside: its path, what the user says of it (which wins), and what the page it was published on says. */
export interface SubjectHints {
  path: string;
  region?: string;
  year?: number;
  department?: string;
  title?: string;
  publisher?: string;
}

export interface SubjectClues {
  contexts: readonly FormContext[];
  projectCodes: readonly string[];
  agencies: readonly string[];
  blocks: readonly Block[];
  /** Title the file carries beside its text. */
  title: string | undefined;
  department: TextAt | null;
  stage: Stage;
}

export type InferredSubject = Pick<
  Disclosure,
  'region' | 'year' | 'stage' | 'department' | 'departmentCode' | 'departmentKey' | 'basis'
>;

/** Region, year, stage and department of one disclosure, each with what decided it. */
export function inferSubject(clues: SubjectClues, hints: SubjectHints): InferredSubject {
  const { contexts, blocks } = clues;
  const basis: InferredSubject['basis'] = {};
  const { archivePath, folders, fileName } = splitPath(hints.path);
  const titles = contexts.flatMap((context) => context.titles);
  const captions = contexts.flatMap((context) => context.captions);
  const texts = [clues.title ?? '', ...paragraphsOf(blocks), hints.title ?? '', hints.publisher ?? ''].filter(
    (text) => text !== '',
  );

  const stage = inferStage({ titles, texts: [] });
  if (stage.basis) basis.stage = stage.basis;

  const year = hints.year
    ? { year: hints.year, basis: { from: 'option', quote: String(hints.year) } }
    : inferYear({ titles, captions, texts, projectCodes: clues.projectCodes, fileName });
  if (year) basis.year = year.basis;

  const department = departmentOf(clues.department, hints);
  if (department) basis.department = department.basis;

  const hinted = hints.region ? regionOf(hints.region, year?.year ?? null) : null;
  const inferred = hinted
    ? { region: hinted, basis: { from: 'option', quote: hints.region ?? '' } }
    : inferRegion(
        {
          projectCodes: clues.projectCodes,
          departmentNames: departmentNames(clues),
          agencies: clues.agencies,
          titles,
          texts: [...captions, ...texts],
          archivePath,
          folders,
          fileName,
        },
        year?.year ?? null,
      );
  if (inferred.region) basis.region = inferred.basis;

  return {
    region: inferred.region,
    year: year?.year ?? null,
    stage: clues.stage,
    department: department?.name ?? null,
    departmentCode: department?.code ?? null,
    departmentKey: department ? departmentKey(department.name, inferred.region) : null,
    basis,
  };
}

/** As printed in the forms, else on the cover. */
function departmentNames({ contexts, department }: SubjectClues): string[] {
  const inForms = [...new Set(contexts.flatMap((context) => context.department?.text ?? []))];
  return inForms.length > 0 || !department ? inForms : [department.text];
}

function departmentOf(
  found: TextAt | null,
  hints: SubjectHints,
): { name: string; code: string | null; basis: Basis } | null {
  if (hints.department) {
    return { name: hints.department, code: null, basis: { from: 'option', quote: hints.department } };
  }
  const parsed = found ? parseDepartment(found.text) : null;
  if (!found || !parsed) return publishedBy(hints);
  const { place, quote } = evidenceOfText(found);
  return { name: parsed.name, code: parsed.code, basis: { from: 'text', quote, place } };
}

function publishedBy({ publisher }: SubjectHints): ReturnType<typeof departmentOf> {
  const parsed = publisher ? parseDepartment(publisher) : null;
  if (!publisher || !parsed) return null;
  return { name: parsed.name, code: parsed.code, basis: { from: 'manifest', quote: publisher } };
}

function regionOf(hint: string, year: number | null): Region | null {
  if (/^\d{6}$/.test(hint)) return findRegionByCode(hint, year);
  const [only, ...others] = findRegionsByName(hint, year);
  return only && others.length === 0 ? only : null;
}

const MAX_TEXTS = 120;

/** The first paragraphs of the document: cover, headings, introduction. */
const paragraphsOf = (blocks: readonly Block[]): string[] => {
  const texts: string[] = [];
  for (const block of blocks) {
    if (texts.length >= MAX_TEXTS) break;
    if (!isGrid(block) && !block.furniture) texts.push(block.text);
  }
  return texts;
};

function splitPath(path: string): { archivePath?: string; folders: string[]; fileName: string } {
  const [archivePath, inner] = path.includes('!/') ? path.split(/!\/(?=[^!]*$)/) : [undefined, path];
  const parts = (inner ?? path).split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return { archivePath, folders: parts.slice(0, -1), fileName: parts.at(-1) ?? '' };
}
