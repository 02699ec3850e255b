import type { FlowParagraph } from '../tables/flow-tables.js';
import { type RowBuilder, rowBuilder } from './row-builder.js';

/** What braces save and restore. */
export interface GroupState {
  destination: 'body' | 'left-out' | 'fonts' | 'styles' | 'nested-row';
  font: number;
  /** How many fallback characters follow a `\u`. */
  fallbacks: number;
  hidden: boolean;
  deleted: boolean;
  inTable: boolean;
  /** `\itap`: 1 in a table, 2 in a nested one. */
  level: number;
  heading: number | undefined;
  style: number;
}

export interface Font {
  name: string;
  codePage: number | undefined;
  isSymbol: boolean;
}

/** A run of paragraphs that grows on its own: the body, or a footnote or text box met inside it. */
export interface Flow {
  paragraphs: FlowParagraph[];
  text: string;
  cellsInRow: number;
  /** Number of open groups when the flow began. */
  groups: number;
}

/** A document being read. */
export interface RtfDocument {
  state: GroupState;
  groups: GroupState[];
  body: Flow;
  /** Flows open inside the body, the innermost last. */
  openAsides: Flow[];
  finishedAsides: FlowParagraph[];
  fonts: Map<number, Font>;
  defaultFont: number;
  /** Style number → heading level. */
  headings: Map<number, number>;
  codePage: number;
  outerRow: RowBuilder;
  nestedRow: RowBuilder;
  /** Bytes of text not decoded yet. */
  pending: number[];
  /** Fallback characters still to be passed over. */
  skip: number;
  /** Text of the font or style entry being read. */
  entry: string;
}

const DEFAULT_CODE_PAGE = 1252;

export const firstState = (): GroupState => ({
  destination: 'body',
  font: 0,
  fallbacks: 1,
  hidden: false,
  deleted: false,
  inTable: false,
  level: 0,
  heading: undefined,
  style: 0,
});

export const openFlow = (groups: number): Flow => ({ paragraphs: [], text: '', cellsInRow: 0, groups });

export const newDocument = (): RtfDocument => ({
  state: firstState(),
  groups: [],
  body: openFlow(0),
  openAsides: [],
  finishedAsides: [],
  fonts: new Map(),
  defaultFont: 0,
  headings: new Map(),
  codePage: DEFAULT_CODE_PAGE,
  outerRow: rowBuilder(),
  nestedRow: rowBuilder(),
  pending: [],
  skip: 0,
  entry: '',
});

/** The flow that grows now. */
export const currentFlow = (document: RtfDocument): Flow => document.openAsides.at(-1) ?? document.body;
