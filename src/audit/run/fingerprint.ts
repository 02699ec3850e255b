import { createHash } from 'node:crypto';
import type { SubjectIdentity } from '../rules/rule.js';
import type { FindingDraft } from '../verdicts/verdict.js';

/**
 * Identity of a finding: rule + subject + field, no figures and no file, so that a reviewer's decision outlives a corrected
 * figure, a better reading and a moved file. Where region or department is unknown the document stands in for them.
 * 16 hex digits of a SHA-256.
 */
export function fingerprintOf(
  rule: string,
  subject: SubjectIdentity,
  { project, field }: Pick<FindingDraft, 'project' | 'field'>,
  ordinal: number,
): string {
  const known = subject.region !== null && subject.department !== null;
  const parts = [
    rule,
    known ? `${subject.region}/${subject.department}` : subject.document,
    subject.year ?? '',
    subject.stage,
    project ? (project.code ?? project.name) : '',
    field,
    ordinal === 0 ? '' : ordinal,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
