import type { ReadDocument } from '../model/document.js';
import { SEVERITY_TITLES } from '../model/facts/severities.js';
import { type Finding, type Operand, VERDICT_TITLES } from '../model/finding.js';
import { drawEvidence } from './draw-evidence.js';
import { excerpt } from './evidence/excerpt.js';
import { factLines } from './fact-lines.js';
import { findingFigures } from './finding-figures.js';
import { nameRule } from './name-rule.js';
import { subjectFacts } from './subject-facts.js';

/** What is said of the rule behind a finding. */
export interface RuleText {
  id: string;
  title: string;
  formula: string;
  why: string;
  authority: string;
}

/**
 * Walks a finding back: rule → figures → cells, and draws the cells.
 * @param documents the finding's documents by sha256; one that is missing is said to be
 * @param width columns of the text
 * @param places how many of the places it rests on are listed and drawn, the first ones
 */
export function explainFinding(
  finding: Finding,
  rule: RuleText | null,
  documents: ReadonlyMap<string, ReadDocument>,
  { width, places }: { width: number; places: number },
): string {
  const shown = finding.evidence.slice(0, places);
  const left = finding.evidence.length - shown.length;
  const subject = documents.get(finding.document);
  const disclosure = subject?.disclosures[finding.disclosure];
  return [
    `疑点（待核实线索）  ${SEVERITY_TITLES[finding.severity]}${finding.verdict === 'review' ? `  ${VERDICT_TITLES.review}` : ''}`,
    factLines([
      ['规则', rule ? nameRule(rule) : finding.rule],
      ['比较', rule?.formula],
      ['依据', rule?.authority],
      ['为什么要看', rule?.why],
      ...(subject && disclosure ? subjectFacts(subject, disclosure) : []),
      ['项目', finding.project],
    ]),
    '',
    factLines([['说明', finding.message], ...findingFigures(finding), ['算式', finding.formula]]),
    '',
    '数字与文字的出处：',
    factLines(
      shown.map((operand) => [
        operand.label,
        `${operand.evidence.place}「${excerpt(operand, documents.get(operand.document))}」`,
      ]),
    ),
    ...(left > 0 ? [`  ……还有 ${left} 处，加 --full 全部列出`] : []),
    '',
    ...drawSources(shown, documents, width),
  ].join('\n');
}

function drawSources(
  operands: readonly Operand[],
  documents: ReadonlyMap<string, ReadDocument>,
  width: number,
): string[] {
  return [...new Set(operands.map(({ document }) => document))].map((sha256) => {
    const document = documents.get(sha256);
    if (!document) return `原文 ${sha256.slice(0, 12)} 已不在库中\n`;
    const evidence = operands.filter((each) => each.document === sha256).map((each) => each.evidence);
    return `原文 ${document.path}：\n${drawEvidence(document, evidence, width)}`;
  });
}
