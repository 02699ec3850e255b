import { createHash } from 'node:crypto';
import type { SubjectIdentity } from '../rules/rule.js';
import type { FindingDraft } from '../verdicts/verdict.js';

/**
 * What a finding is about: rule + subject + field, no figures and no file, so that it is found again in a corrected document.
 * Where region or department is unknown the document stands in for them. 16 hex digits of a SHA-256.
 * @param ordinal of those about the same thing in one document
 */
export function matterOf(
  rule: string,
  subject: SubjectIdentity,
  { project, field }: Pick<FindingDraft, 'project' | 'field'>,
  ordinal: number,
): string {
  const known = subject.region !== null && subject.department !== null;
  return hashOf([
    rule,
    known ? `${subject.region}/${subject.department}` : subject.document,
    subject.year ?? '',
    subject.stage,
    project ? (project.code ?? project.name) : '',
    field,
    ordinal === 0 ? '' : ordinal,
  ]);
}

/**
 * Identity of a finding: a matter in one content. It outlives a moved file, a better reading and whatever else is imported;
 * a corrected file is another content, so that no answer passes to it unseen.
 * @param matter without an ordinal
 * @param passage what it rests on in its document, where findings on the same matter depend on other documents
 * @param ordinal of those that are equal in all this
 */
export const fingerprintOf = (matter: string, document: string, passage: string, ordinal: number): string =>
  hashOf([matter, document, passage, ordinal]);

const hashOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
