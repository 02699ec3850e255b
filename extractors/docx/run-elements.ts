import { dingbatRunText, dingbatText, isSymbolFont } from './dingbat-text.js';
import { type ElementHandler, type ElementHandlers, LEFT_OUT } from './element-handler.js';
import { type NoteReference, note, openParagraph, type Story } from './story.js';

const PRIVATE_USE_START = 0xe000;
const UNKNOWN_SIGN = '\ufffd';

/** Adds to the open paragraph what is printed; hidden runs print nothing. */
export function addText(story: Story, text: string): void {
  const paragraph = openParagraph(story);
  if (text === '') return;
  if (!isHidden(story)) paragraph.text += text;
  else if (text.trim() !== '') story.hidden.texts.push(text);
}

function isHidden(story: Story): boolean {
  const { run, styles } = story;
  const ofRun = run?.hidden ?? styles.run(run?.styleId ?? null).hidden;
  return ofRun ?? styles.paragraph(story.paragraph?.styleId ?? null).hidden ?? false;
}

/** Takes the text between two tags for what the open element says it is. */
export function captureText(story: Story, text: string): void {
  if (story.capture === 'instruction') {
    const field = story.paragraph?.fields.at(-1);
    if (field) field.instruction += text;
  } else if (story.capture !== null) {
    addText(story, runText(story, story.capture === 'text' ? withoutIndent(text) : text));
  }
}

/**
 * Text of an element that does not ask to keep its white space. Writers forget to ask, so that single spaces between words
 * are kept; what an indented file puts around the text is not.
 */
function withoutIndent(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/^[ \t\r\n]+/, '').trimEnd() : text;
}

/** A line feed inside a text element is no line break, only white space. */
function runText(story: Story, text: string): string {
  const font = story.run?.font ?? story.styles.run(story.run?.styleId ?? null).font;
  const line = /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]/g, ' ') : text;
  return isSymbolFont(font) ? dingbatRunText(font, line) : line;
}

export function endCapture(story: Story): void {
  story.capture = null;
}

const prints = (text: string): ElementHandler => ({
  open(story) {
    addText(story, text);
    return true;
  },
});

const text: ElementHandler = {
  open(story, element) {
    story.capture = element.get('xml:space') === 'preserve' ? 'preserved-text' : 'text';
    return true;
  },
  close: endCapture,
};

const run: ElementHandler = {
  open(story) {
    story.run = { styleId: null, hidden: null, font: null };
    return true;
  },
  close(story) {
    story.run = null;
  },
};

const runStyle: ElementHandler = {
  open(story, element) {
    if (story.run && element.grandparent === 'w:r') story.run.styleId = element.get('w:val') ?? null;
    return true;
  },
};

const runFonts: ElementHandler = {
  open(story, element) {
    if (story.run && element.grandparent === 'w:r') story.run.font = element.get('w:ascii') ?? story.run.font;
    return true;
  },
};

/** `w:tab` is a character inside a run, but a tab stop inside `w:tabs`. */
const tab: ElementHandler = {
  open(story, element) {
    if (element.parent !== 'w:tabs') addText(story, '\t');
    return true;
  },
};

const symbol: ElementHandler = {
  open(story, element) {
    const font = element.get('w:font') ?? null;
    const code = Number.parseInt(element.get('w:char') ?? '', 16);
    const ofFont = dingbatText(font, code);
    const plain = code > 0 && code < PRIVATE_USE_START ? String.fromCodePoint(code) : null;
    if (ofFont === null && plain === null) {
      const message = `不认识的符号：字体 ${font ?? '未注明'}，编码 ${element.get('w:char') ?? '未注明'}`;
      note(story, 'symbol-unknown', message);
    }
    addText(story, ofFont ?? plain ?? UNKNOWN_SIGN);
    return true;
  },
};

/** The mark of a note is left out, so that `100%¹` stays 100%; the notes follow at the end. */
const noteReference = (kind: NoteReference['kind']): ElementHandler => ({
  open(story, element) {
    story.noteReferences.push({ kind, id: element.get('w:id') ?? '' });
    return true;
  },
});

export const RUN_ELEMENTS: ElementHandlers = {
  'w:r': run,
  'w:rStyle': runStyle,
  'w:rFonts': runFonts,
  'w:t': text,
  'm:t': text,
  'w:tab': tab,
  'w:ptab': prints('\t'),
  'w:br': prints('\n'),
  'w:cr': prints('\n'),
  'w:noBreakHyphen': prints('-'),
  'w:sym': symbol,
  'w:footnoteReference': noteReference('footnotes'),
  'w:endnoteReference': noteReference('endnotes'),
  // Phonetic guide over a word; the word itself is in w:rubyBase.
  'w:rt': LEFT_OUT,
  // Fractions and powers set as formulas keep their sense in one line.
  'm:den': prints('/'),
  'm:sup': prints('^'),
};
