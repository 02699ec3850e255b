import type { Diagnostic, DiagnosticCode } from '../../src/model/diagnostic.js';
import { type ListLabel, type ListLabels, NO_LABEL } from './list-labels.js';
import type { StyleSheet } from './read-styles.js';
import type { StoryItem } from './story-items.js';
import type { CellDraft, RowDraft, TableDraft } from './table-draft.js';

/** Outline level 9 stands for body text (ECMA-376-1, 17.3.1.20). */
const BODY_TEXT = 9;

export interface OpenField {
  instruction: string;
  /** Text of the paragraph where the field began; while its code is read, the paragraph's text begins anew. */
  before: string;
  inCode: boolean;
  /** Form fields: the box shown, or the list with the place of the choice. */
  box: string | null;
  choices: string[];
  chosen: number;
}

export interface OpenParagraph {
  text: string;
  styleId: string | null;
  listId: string | null;
  listLevel: number | null;
  outline: number | null;
  /** Its mark is deleted or hidden: it goes on in the next paragraph. */
  runsOn: boolean;
  fields: OpenField[];
  /** Text boxes and tables anchored in it; they follow it. */
  anchored: StoryItem[];
}

export interface OpenRun {
  styleId: string | null;
  hidden: boolean | null;
  font: string | null;
}

/** Where reading stands; saved and restored around tables, cells and text boxes. */
export interface StoryPosition {
  items: StoryItem[];
  paragraph: OpenParagraph | null;
  run: OpenRun | null;
  table: TableDraft | null;
  row: RowDraft | null;
  cell: CellDraft | null;
}

export interface NoteReference {
  kind: 'footnotes' | 'endnotes';
  id: string;
}

/** The text of one part (body, notes, header) while it is read. */
export interface Story extends StoryPosition {
  readonly styles: StyleSheet;
  /** Opened when the first numbered paragraph asks. */
  readonly labels: () => ListLabels;
  readonly saved: StoryPosition[];
  /** Footnotes and endnotes of this part by id. */
  readonly notes: Map<string, StoryItem[]>;
  readonly noteReferences: NoteReference[];
  /** Relationship ids of the headers and footers of its sections. */
  readonly furniture: Set<string>;
  /** Relationship ids of embedded documents (`w:altChunk`, `w:subDoc`). */
  readonly embedded: string[];
  images: number;
  /** Relationship ids of those large enough to be a scanned page, once for each place. */
  readonly pagePictures: string[];
  /** Size of the drawing that is open, in square points; null where it is not told. */
  drawingArea: number | null;
  /** Texts that are hidden and therefore left out, by kind. */
  hidden: { texts: string[]; rows: number };
  /** Embedded workbooks and other files. */
  objects: number;
  /** What could not be read, once each, by message. */
  readonly diagnostics: Map<string, Diagnostic>;
  /** What text between tags is taken for. */
  capture: 'text' | 'preserved-text' | 'instruction' | null;
}

export function newStory(styles: StyleSheet, labels: () => ListLabels): Story {
  return {
    items: [],
    paragraph: null,
    run: null,
    table: null,
    row: null,
    cell: null,
    styles,
    labels,
    saved: [],
    notes: new Map(),
    noteReferences: [],
    furniture: new Set(),
    embedded: [],
    images: 0,
    pagePictures: [],
    drawingArea: null,
    hidden: { texts: [], rows: 0 },
    objects: 0,
    diagnostics: new Map(),
    capture: null,
  };
}

/** Notes something that could not be read; the same message once only. */
export function note(story: Story, code: DiagnosticCode, message: string): void {
  if (!story.diagnostics.has(message)) story.diagnostics.set(message, { code, message });
}

/** Begins something that stands apart: a table, a cell, a text box, a note. */
export function enter(story: Story): void {
  const { items, paragraph, run, table, row, cell } = story;
  story.saved.push({ items, paragraph, run, table, row, cell });
  story.items = [];
  story.paragraph = null;
  story.run = null;
  story.table = null;
  story.row = null;
  story.cell = null;
}

/** Ends what `enter` began and gives what was read in it. */
export function leave(story: Story): StoryItem[] {
  finishParagraph(story);
  const { items } = story;
  const before = story.saved.pop();
  if (before) {
    story.items = before.items;
    story.paragraph = before.paragraph;
    story.run = before.run;
    story.table = before.table;
    story.row = before.row;
    story.cell = before.cell;
  }
  return items;
}

/** Puts items where reading stands: behind the open paragraph when they are anchored in one. */
export function place(story: Story, items: readonly StoryItem[]): void {
  const target = story.paragraph ? story.paragraph.anchored : story.items;
  for (const item of items) target.push(item);
}

/** The open paragraph; text that stands in none (broken files) opens one. */
export function openParagraph(story: Story): OpenParagraph {
  story.paragraph ??= {
    text: '',
    styleId: null,
    listId: null,
    listLevel: null,
    outline: null,
    runsOn: false,
    fields: [],
    anchored: [],
  };
  return story.paragraph;
}

/** Ends the fields of a paragraph; what stands in code that never ended stays. */
export function settleFields(paragraph: OpenParagraph): void {
  for (let field = paragraph.fields.pop(); field; field = paragraph.fields.pop()) {
    if (field.inCode) paragraph.text = field.before + paragraph.text;
  }
}

/** Ends the open paragraph: its number is counted, blank ones are left out, what is anchored in it follows. */
export function finishParagraph(story: Story): void {
  const { paragraph } = story;
  if (!paragraph) return;
  story.paragraph = null;
  settleFields(paragraph);
  const style = story.styles.paragraph(paragraph.styleId);
  const label = labelOf(story, paragraph);
  const labelled = label.bullet && paragraph.text.trim() === '' ? '' : label.text + paragraph.text;
  const text = labelled.trimEnd().replace(/^\s*\n/, '');
  if (text !== '') {
    const outline = paragraph.outline ?? style.outline ?? BODY_TEXT;
    story.items.push({ kind: 'paragraph', text, heading: outline >= BODY_TEXT ? null : outline + 1 });
  }
  for (const item of paragraph.anchored) story.items.push(item);
}

/** Cells merged into the one above are not printed, so that their paragraphs do not count. */
function labelOf(story: Story, paragraph: OpenParagraph): ListLabel {
  const style = story.styles.paragraph(paragraph.styleId);
  const listId = paragraph.listId ?? style.listId;
  if (listId === null || listId === '0' || story.cell?.vertical === 'continue' || story.cell?.deleted) {
    return NO_LABEL;
  }
  const labels = story.labels();
  const tied = paragraph.styleId === null ? null : labels.levelOfStyle(listId, paragraph.styleId);
  return labels.next(listId, paragraph.listLevel ?? style.listLevel ?? tied ?? 0);
}
