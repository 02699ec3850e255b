import { compact } from './label-text.js';
import { budgetOf, fieldOf, gluedLabelOf, labelText, scopeOf } from './vocabulary.js';

export interface InsidePart {
  label: string;
  text: string;
}

/**
 * Labels that stand inside the cell of their value: `资金总额：240.67`, `年度资金总额(含本级) 5万`, `其中：财政拨款 15.5`,
 * `年度绩效目标(含本级)根据…`; several in one cell are all found. Empty when the cell holds none.
 */
export function splitInside(text: string): InsidePart[] {
  return amountInside(text) ?? labelledLines(text) ?? gluedTexts(text);
}

/** The label begins and ends without a blank, so that every run of blanks can be divided in one way only. */
const AMOUNT =
  /^(\s*其中[：:])?\s*((?!\s)[^\d：:]{2,30}?)(?<!\s)\s*(?:[：:]\s*)?([-－]?[\d,，.．]+(?:\s*(?:万元|亿元|千元|万|元))?)\s*$/;

function amountInside(text: string): InsidePart[] | null {
  const parts: InsidePart[] = [];
  for (const line of text.split(/[\n；;]/)) {
    if (line.trim() === '') continue;
    const match = AMOUNT.exec(line);
    if (!match) return null;
    const label = `${match[1] ?? ''}${match[2] ?? ''}`;
    const budget = budgetOf(labelText(label).core);
    if (!budget || budget.weak) return null;
    parts.push({ label, text: (match[3] ?? '').trim() });
  }
  return parts.length ? parts : null;
}

/** `项目名称：某某项目` — a known label, a colon, and a value. */
function labelledLines(text: string): InsidePart[] | null {
  const colon = text.search(/[：:]/);
  if (colon <= 0 || colon > 24) return null;
  const label = text.slice(0, colon);
  const { core } = labelText(label);
  const field = fieldOf(core);
  const value = text.slice(colon + 1).trim();
  if (!value || (!field && !budgetOf(core))) return null;
  if (field && /^(caption|contact|note)/.test(field.field)) return null;
  return [{ label, text: value }];
}

/** No label is longer, the blanks between its characters included. */
const LABEL_WITHIN = 200;

/** Goals glued to their label, with 含本级 brackets as the mark between two of them. */
function gluedTexts(text: string): InsidePart[] {
  const starts: { index: number; label: string; end: number }[] = [];
  for (const match of text.matchAll(/(?<=^|\s)(?=年度|实施期|长期|中期|中长期|总体|项目)/g)) {
    const rest = text.slice(match.index);
    const label = gluedLabelOf(compact(rest.slice(0, LABEL_WITHIN)));
    if (!label) continue;
    const { length, scoped } = labelLength(rest, label);
    if (match.index > 0 && !scoped) continue;
    if (compact(rest.slice(length)).length === 0) continue;
    starts.push({ index: match.index, label: rest.slice(0, length), end: match.index + length });
  }
  if (starts[0]?.index !== text.search(/\S/)) return [];
  return starts.map((start, i) => ({
    label: start.label,
    text: dangling(text.slice(start.end, starts[i + 1]?.index ?? text.length).trim()),
  }));
}

/** Length of the label in the raw text, its scope bracket included. */
function labelLength(rest: string, label: string): { length: number; scoped: boolean } {
  let index = 0;
  for (let matched = 0; matched < label.length; index++) {
    if (!/\s/.test(rest[index] ?? '')) matched++;
  }
  const bracket = /^\s*[（(]([^（()）]{1,12})[）)]/.exec(rest.slice(index));
  const scoped = bracket !== null && scopeOf([bracket[1] ?? '']) !== undefined;
  return { length: index + (scoped ? bracket[0].length : 0), scoped };
}

/** A bracket that opened after the label and never closes belonged to the label. */
const dangling = (text: string): string =>
  /^[（(]/.test(text) && !/[）)]/.test(text.slice(0, 20)) ? text.slice(1) : text.replace(/^[：:]\s*/, '');
