import type { Indicator, Project } from '../../model/disclosure.js';
import type { Stage } from '../../model/facts/stages.js';
import type { PrintedTarget } from '../../model/promises/printed-target.js';
import type { Target } from '../../model/target.js';
import { type Figure, figureOf } from '../figures/figure.js';
import { plainText } from '../texts/plain-text.js';
import { similarity } from '../texts/similarity.js';
import type { OperandDraft } from '../verdicts/operand.js';
import { targetOperand } from './indicators.js';
import { oncePer } from './once-per.js';
import type { DisclosureSubject, FormEntry } from './subject.js';

/** What a disclosure promises or reports, as little as rules over stages and years need. */
export interface CyclePaper {
  /** Region and department. */
  series: string;
  year: number;
  stage: Stage;
  projects: PaperProject[];
}

export interface PaperProject {
  /** The name without its paper's own year: 2023年护林 and 2024年护林 are one. */
  key: string;
  name: string;
  code: string | null;
  agency: string | null;
  operand: OperandDraft;
  amount: Figure | null;
  /** 年初预算 of a self-evaluation's 资金总额. */
  initial: Figure | null;
  /** The self-evaluation's 全年预算 is not its 年初预算: goals may have been adjusted with it. */
  isAdjusted: boolean;
  indicators: PaperIndicator[];
}

export interface PaperIndicator {
  key: string;
  name: string;
  level2: string | null;
  target: PaperFigure;
  actual: PaperFigure | null;
  operand: OperandDraft;
  actualOperand: OperandDraft | null;
}

/** What was read of a cell, and its text. */
type PaperFigure = PrintedTarget & { text: string };

const TOTAL = /(总额|总计|合计)$/;
/** Shorter codes are running numbers. */
const SHORTEST_CODE = 8;
/** Names less alike contradict a common code. */
const LEAST_ALIKE = 0.3;

/** What of a disclosure belongs to the cycle of its department; nothing where it is not known whose and of when it is. */
export const cyclePapers = oncePer((subject: DisclosureSubject): CyclePaper[] => {
  const { region, year, stage, department, departmentKey } = subject.disclosure;
  if (!region || !department || year === null) return [];
  const entries = new Map<Project, FormEntry[]>();
  for (const entry of subject.forms.flatMap((form) => form.entries)) {
    if (entry.project === null || entry.project.name === '') continue;
    const known = entries.get(entry.project);
    if (known) known.push(entry);
    else entries.set(entry.project, [entry]);
  }
  const projects = [...entries].flatMap(([project, of]) => projectOf(project, of, year));
  const series = [region.province, region.code ?? region.name, departmentKey ?? department].join('/');
  return projects.length > 0 ? [{ series, year, stage, projects }] : [];
});

function projectOf(project: Project, entries: readonly FormEntry[], year: number): PaperProject[] {
  const [first] = entries;
  const evidence = project.evidence.name ?? project.mentions[0]?.evidence.name;
  if (!first || !evidence) return [];
  const executed = entries.flatMap((entry) =>
    entry.execution.filter(({ category }) => TOTAL.test(category)).map((line) => ({ entry, line })),
  );
  const [total, another] = executed;
  const initial =
    total?.line.initial && total.line.evidence.initial && !another
      ? figureOf('年初预算', total.line.initial, total.line.evidence.initial, total.entry.reading)
      : null;
  return [
    {
      key: plainText(project.name.replaceAll(new RegExp(`${year}\\s*(年度|年)?`, 'g'), '')),
      name: project.name,
      code: project.code !== null && project.code.length >= SHORTEST_CODE ? project.code : null,
      agency: project.agency,
      operand: { label: `项目 ${project.name}`, evidence, form: first.reading },
      amount: entries.find(({ amount }) => amount !== null)?.amount ?? null,
      initial,
      isAdjusted:
        total !== undefined &&
        total.line.budget?.fen != null &&
        total.line.budget.fen !== total.line.initial?.fen,
      indicators: entries.flatMap((entry) =>
        entry.indicators
          .filter(({ horizon, target }) => horizon === 'annual' && target !== null)
          .map((indicator) => indicatorOf(entry, indicator)),
      ),
    },
  ];
}

function indicatorOf(entry: FormEntry, indicator: Indicator): PaperIndicator {
  const { name, level2, target, parsed, actual, actualParsed, evidence } = indicator;
  return {
    key: plainText(name),
    name,
    level2,
    target: figure(parsed, target ?? ''),
    actual: actual === null || actualParsed === undefined ? null : figure(actualParsed, actual),
    operand: targetOperand(entry, indicator),
    actualOperand: evidence.actual
      ? { label: `实际完成值 ${name}`, evidence: evidence.actual, form: entry.reading }
      : null,
  };
}

const figure = ({ kind, operator, value, quantity, measure, upper }: Target, text: string): PaperFigure => ({
  kind,
  operator,
  value,
  quantity,
  measure,
  ...(upper === undefined ? {} : { upper }),
  text: text.trim(),
});

/** The project of a paper that surely is this one: the only one of its name and agency, else the only one of its code. */
export function sameProjectIn({ projects }: CyclePaper, wanted: PaperProject): PaperProject | null {
  const isOfAgency = ({ agency }: PaperProject): boolean =>
    agency === null || wanted.agency === null || plainText(agency) === plainText(wanted.agency);
  const named = projects.filter((each) => each.key === wanted.key && isOfAgency(each));
  if (named.length > 0) return only(named);
  if (wanted.code === null) return null;
  const coded = only(projects.filter(({ code }) => code === wanted.code));
  return coded && similarity(coded.name, wanted.name) >= LEAST_ALIKE ? coded : null;
}

/** The indicator of a project that surely is this one: the only one of its name, under the same level. */
export function sameIndicatorIn({ indicators }: PaperProject, wanted: PaperIndicator): PaperIndicator | null {
  const found = only(indicators.filter(({ key }) => key === wanted.key));
  const isOneLevel =
    found === null || found.level2 === null || wanted.level2 === null || found.level2 === wanted.level2;
  return isOneLevel ? found : null;
}

const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null);
