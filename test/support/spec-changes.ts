import type { DisclosureSpec, ProjectSpec } from '../../src/audit/rules/example.js';
import type { SeededRandom } from './seeded-random.js';

/** The same disclosure with its amounts in 元 instead of 万元; amounts that carry their own unit lose it. */
export function inYuan(spec: DisclosureSpec): DisclosureSpec {
  const changed = structuredClone(spec);
  const { departmentForm: department, summary, projects = [] } = changed;
  changed.unit = '元';
  if (department) {
    department.total = yuan(department.total);
    department.revenue = yuanOfAll(department.revenue);
    department.expenditure = yuanOfAll(department.expenditure);
  }
  if (summary) {
    summary.total = yuan(summary.total);
    for (const row of summary.rows) row.amount = yuan(row.amount) ?? '';
  }
  for (const statement of changed.statements ?? []) {
    for (const line of statement.lines) line.amounts = line.amounts.map((amount) => yuan(amount));
  }
  for (const project of projects) {
    project.amount = yuan(project.amount);
    project.parentAmount = yuan(project.parentAmount);
    project.costTotal = yuan(project.costTotal);
    project.funding = yuanOfAll(project.funding);
    for (const cost of project.costs ?? []) cost.amount = yuan(cost.amount) ?? '';
    const { execution } = project;
    if (execution) {
      execution.budget = yuan(execution.budget);
      execution.spent = yuan(execution.spent);
    }
  }
  return changed;
}

const yuan = <T extends string | undefined>(printed: T): T | string =>
  printed && /^[\d.]+万?$/.test(printed) ? String(Math.round(Number.parseFloat(printed) * 10_000)) : printed;

const yuanOfAll = (amounts: Record<string, string> | undefined): Record<string, string> | undefined =>
  amounts && Object.fromEntries(Object.entries(amounts).map(([label, printed]) => [label, yuan(printed)]));

/** The same disclosure with projects, rows, cost lines, budget lines and plan steps in another order; rows under a subtotal stay. */
export function permuted(spec: DisclosureSpec, random: SeededRandom): DisclosureSpec {
  const changed = structuredClone(spec);
  const { departmentForm: department, summary, projects } = changed;
  if (department) {
    department.revenue = reordered(department.revenue, random);
    department.expenditure = reordered(department.expenditure, random);
  }
  if (summary && !summary.rows.some(({ sums }) => sums)) summary.rows = random.shuffled(summary.rows);
  if (projects)
    changed.projects = random.shuffled(projects.map((project) => permutedProject(project, random)));
  return changed;
}

const permutedProject = (project: ProjectSpec, random: SeededRandom): ProjectSpec => ({
  ...project,
  funding: reordered(project.funding, random),
  plan: reordered(project.plan, random),
  costs: project.costs && random.shuffled(project.costs),
  indicators: project.indicators && random.shuffled(project.indicators),
});

const reordered = <T>(
  record: Record<string, T> | undefined,
  random: SeededRandom,
): Record<string, T> | undefined => record && Object.fromEntries(random.shuffled(Object.entries(record)));
