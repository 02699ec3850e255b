import type { Project } from '../../model/disclosure.js';
import type { OperandDraft } from '../verdicts/operand.js';
import type { DisclosureSubject } from './subject.js';

export interface CodeParts {
  /** GB/T 2260, 6 digits. */
  region: string;
  /** Four digits. */
  year: number;
  /** P, T, Y, R … */
  class: string;
}

/** A printed 项目编码 with its project; `code` is upper case without spaces. */
export interface CodeOperand extends OperandDraft {
  project: Project;
  code: string;
}

/** Region, year and class of a 21-character code (6 + 2 + 1 + 11 + 1, as printed since 2021); null for other shapes. */
export function partsOf(code: string): CodeParts | null {
  const match = /^([1-9]\d{5})(\d{2})([A-Z])[0-9A-Z]{12}$/.exec(code);
  if (!match) return null;
  const [, region = '', year = '', letter = ''] = match;
  return { region, year: 2000 + Number(year), class: letter };
}

/** The printed project codes of a disclosure. */
export function codesOf({ disclosure, forms }: DisclosureSubject): CodeOperand[] {
  return disclosure.projects.flatMap((project) => {
    const evidence = project.evidence.code;
    const mentions = new Set(project.mentions.map((mention) => mention.form));
    const form =
      forms.find((candidate) => mentions.has(candidate.form.index) && hasCell(candidate, evidence?.block)) ??
      forms.find((candidate) => mentions.has(candidate.form.index));
    if (!project.code || !evidence || !form) return [];
    const code = project.code.replace(/\s/g, '').toUpperCase();
    return [{ label: '项目编码', evidence, form: form.reading, project, code }];
  });
}

const hasCell = (form: DisclosureSubject['forms'][number], block: number | undefined): boolean =>
  block !== undefined && form.form.blocks.includes(block);
