/** How grave a finding is, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** As people read and write them. */
export const SEVERITY_TITLES: Record<Severity, string> = { error: '错误', warning: '提醒', note: '提示' };

const OTHER_WORDS: Readonly<Record<string, Severity>> = { 警告: 'warning' };

/** The severity that words mean: its code, its title or another word for it; null where they mean none. */
export const severityMeant = (words: string): Severity | null =>
  SEVERITIES.find((each) => each === words || SEVERITY_TITLES[each] === words) ?? OTHER_WORDS[words] ?? null;

/** How many of something, by severity. */
export type SeverityCounts = Record<Severity, number>;

export const countAll = (counts: SeverityCounts): number =>
  SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);

/** Every severity by code and title, for messages. */
export const SEVERITY_WORDS = SEVERITIES.map((each) => `${each}（${SEVERITY_TITLES[each]}）`).join('、');

/** 0 for the gravest; what is no severity comes last. */
export function gravity(severity: string): number {
  const index = (SEVERITIES as readonly string[]).indexOf(severity);
  return index < 0 ? SEVERITIES.length : index;
}
