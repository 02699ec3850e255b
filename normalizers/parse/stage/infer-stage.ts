import * as z from 'zod';
import type { Basis } from '../../../src/model/disclosure.js';
import type { Stage } from '../../../src/model/facts/stages.js';
import { loadData } from '../../../src/model/load-data.js';

const wordsSchema = z.object({
  selfEvaluation: z.array(z.string()),
  /** Half-year reports on the way to the goals (绩效运行监控). */
  monitoring: z.array(z.string()),
  /** Column headings that only stand in self-evaluation forms. */
  selfEvaluationColumns: z.array(z.string()),
  adjusted: z.array(z.string()),
  budget: z.array(z.string()),
});

let words: z.infer<typeof wordsSchema> | undefined;

const stageWords = (): z.infer<typeof wordsSchema> => {
  words ??= loadData('years/stages.json', wordsSchema);
  return words;
};

export interface StageClues {
  /** Titles of the form or document, the form's own first. */
  titles: readonly string[];
  /** Cells and paragraphs of the form; only headings of self-evaluation columns count here. */
  texts: readonly string[];
}

/** Budget, adjusted, monitoring or self-evaluation (自评, 决算). Titles decide, then column headings; else `budget` with no basis. */
export function inferStage({ titles, texts }: StageClues): { stage: Stage; basis: Basis | null } {
  for (const title of titles) {
    const stage = stageOfTitle(title);
    if (stage) return { stage, basis: { from: 'title', quote: title } };
  }
  const columns = stageWords().selfEvaluationColumns;
  const column = texts.find((text) => {
    const plain = text.replace(/\s+/g, '');
    return plain.length <= 20 && columns.some((word) => plain.includes(word));
  });
  if (column) return { stage: 'self-evaluation', basis: { from: 'text', quote: column } };
  return { stage: 'budget', basis: null };
}

function stageOfTitle(title: string): Stage | null {
  const plain = title.replace(/\s+/g, '');
  const { selfEvaluation, monitoring, adjusted, budget } = stageWords();
  const firstOf = (list: readonly string[]): number =>
    Math.min(
      ...list.map((word) => plain.indexOf(word)).map((at) => (at < 0 ? Number.POSITIVE_INFINITY : at)),
    );
  const [evaluated, monitored] = [firstOf(selfEvaluation), firstOf(monitoring)];
  if (monitored < evaluated) return 'monitoring';
  if (Number.isFinite(evaluated)) return 'self-evaluation';
  if (Number.isFinite(firstOf(adjusted))) return 'adjusted';
  return Number.isFinite(firstOf(budget)) ? 'budget' : null;
}
