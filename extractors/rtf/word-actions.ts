import { symbolText } from '../tables/symbol-text.js';
import { codePageOfCharset, SYMBOL_CHARSET } from './code-pages.js';
import { currentFlow, type RtfDocument } from './rtf-document.js';
import { addText, endParagraph, paragraphDepth } from './text-output.js';

const SPACE = 0x20;

type Action = (document: RtfDocument, parameter: number | undefined) => void;

const endBodyParagraph: Action = (document) => endParagraph(document, 'paragraph', paragraphDepth(document));
const nestedDepth = ({ state }: RtfDocument): number => Math.max(2, state.level);
const fontInForce = (document: RtfDocument) => document.fonts.get(document.state.font);

/** What the control words do that matter for text and tables (RTF Specification 1.9.1); the others do nothing here. */
export const WORD_ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  [
    'ansicpg',
    (document, page) => {
      if (page) document.codePage = page;
    },
  ],
  [
    'deff',
    (document, font = 0) => {
      document.defaultFont = font;
      document.state.font = font;
    },
  ],
  [
    'f',
    (document, font = 0) => {
      document.state.font = font;
      if (document.state.destination === 'fonts') {
        document.fonts.set(font, { name: '', codePage: undefined, isSymbol: false });
      }
    },
  ],
  [
    'fcharset',
    (document, charset = 0) => {
      const isSymbol = charset === SYMBOL_CHARSET;
      Object.assign(fontInForce(document) ?? {}, { codePage: codePageOfCharset(charset), isSymbol });
    },
  ],
  [
    'cpg',
    (document, codePage) => {
      if (document.state.destination === 'fonts') Object.assign(fontInForce(document) ?? {}, { codePage });
    },
  ],
  [
    'uc',
    ({ state }, count = 1) => {
      state.fallbacks = Math.max(0, count);
    },
  ],
  [
    'u',
    (document, signed = 0) => {
      const code = signed & 0xffff;
      document.skip = document.state.fallbacks;
      if (code < SPACE) return;
      const font = fontInForce(document);
      const isSymbol = font?.isSymbol && code >> 8 === 0xf0;
      addText(document, isSymbol ? symbolText(code, font.name) : String.fromCharCode(code));
    },
  ],
  [
    'v',
    ({ state }, on) => {
      state.hidden = on !== 0;
    },
  ],
  [
    'deleted',
    ({ state }, on) => {
      state.deleted = on !== 0;
    },
  ],
  [
    'plain',
    ({ state, defaultFont }) => Object.assign(state, { hidden: false, deleted: false, font: defaultFont }),
  ],
  ['pard', ({ state }) => Object.assign(state, { inTable: false, level: 0, heading: undefined, style: 0 })],
  [
    's',
    ({ state }, style = 0) => {
      state.style = style;
    },
  ],
  [
    'outlinelevel',
    ({ state }, level = 9) => {
      state.heading = level < 9 ? level + 1 : undefined;
    },
  ],
  [
    'intbl',
    ({ state }) => {
      state.inTable = true;
    },
  ],
  [
    'itap',
    ({ state }, level = 1) => {
      state.level = level;
    },
  ],
  ['par', endBodyParagraph],
  ['sect', endBodyParagraph],
  ['page', endBodyParagraph],
  [
    'cell',
    (document) => {
      endParagraph(document, 'cell', 1);
      currentFlow(document).cellsInRow++;
    },
  ],
  ['nestcell', (document) => endParagraph(document, 'cell', nestedDepth(document))],
  [
    'row',
    (document) => {
      endParagraph(document, 'row', 1, document.outerRow.shape());
      currentFlow(document).cellsInRow = 0;
    },
  ],
  ['nestrow', (document) => endParagraph(document, 'row', nestedDepth(document), document.nestedRow.shape())],
]);
