import type { DisclosureSpec, ProjectSpec } from '../../src/audit/rules/example.js';
import type { Severity } from '../../src/model/facts/severities.js';
import type { SeededRandom } from './seeded-random.js';

/** One fault put into a disclosure that adds up. */
export interface PlantedFault {
  rule: string;
  /** Rules that must see the same figure as well: its arithmetic neighbours. */
  neighbours: string[];
  /** What the rule must answer; `fail` unless given. */
  verdict?: 'review';
  /** How grave the rule finds a fault of this kind; as grave as the rule is unless given. */
  severity?: Severity;
  /** `self-evaluation`: planted into a 自评 instead of a budget disclosure. */
  into?: 'self-evaluation';
  /** Planted into a pack: a disclosure with statements and prose. */
  inPack?: true;
  /** Changes the disclosure in place. */
  plant(spec: DisclosureSpec, random: SeededRandom): void;
  /** Disclosures without a fault that have to stand beside it. */
  beside?(spec: DisclosureSpec): DisclosureSpec[];
}

/** What the generator always gives. */
export function of<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('生成的公开内容缺少要改动的部分');
  return value;
}

/** One of the disclosure's projects. */
export const oneOf = (spec: DisclosureSpec, random: SeededRandom): ProjectSpec => {
  const projects = of(spec.projects);
  return of(projects[random.integer(0, projects.length - 1)]);
};

export const indicatorOf = (project: ProjectSpec, index: number) => of(of(project.indicators)[index]);
