import { dingbatText } from './dingbat-text.js';
import type { ElementHandler, ElementHandlers } from './element-handler.js';
import { isOn, wholeNumber } from './element-values.js';
import type { XmlElement } from './parse-xml.js';
import { addText, endCapture } from './run-elements.js';
import { type OpenField, type OpenParagraph, openParagraph, type Story } from './story.js';

const TICKED_BOX = '☑';
const EMPTY_BOX = '□';

/** Complex fields (ECMA-376-1, 17.16.18): the code is left out, the stored result stays. */
const fieldCharacter: ElementHandler = {
  open(story, element) {
    const paragraph = openParagraph(story);
    const type = element.get('w:fldCharType');
    if (type === 'begin') {
      paragraph.fields.push({
        instruction: '',
        before: paragraph.text,
        inCode: true,
        box: null,
        choices: [],
        chosen: 0,
      });
      paragraph.text = '';
    } else if (type === 'separate') {
      leaveCode(paragraph);
    } else if (type === 'end') {
      const withoutResult = leaveCode(paragraph);
      const field = paragraph.fields.pop();
      if (field && withoutResult) addText(story, shownBy(field));
    }
    return true;
  },
};

/**
 * Takes away what was printed inside the code of the innermost field (results of fields nested in it). A field whose code
 * never ends thus loses no text.
 */
function leaveCode(paragraph: OpenParagraph): boolean {
  const field = paragraph.fields.at(-1);
  if (!field?.inCode) return false;
  field.inCode = false;
  paragraph.text = field.before;
  return true;
}

const shownBy = (field: OpenField): string =>
  field.box ?? field.choices[field.chosen] ?? fieldText(field.instruction);

/** A check mark or cross laid over an empty box or circle (带圈字符). */
const OVERLAID = new Map([
  ['□√', '☑'],
  ['□✓', '☑'],
  ['□×', '☒'],
]);
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * What a field shows that has no stored result: `EQ \o\ac(□,√)` → ☑, `SYMBOL 254 \f "Wingdings"` → ☑. Other fields
 * (`XE`, `TC`, …) show nothing.
 */
function fieldText(instruction: string): string {
  const [, base, laid] =
    /^\s*eq\s+\\o(?:\\a[clr])?\s*\(([^,，;；]*)[,，;；]([^)]*)\)/i.exec(instruction) ?? [];
  if (base !== undefined && laid !== undefined) return overlaid(base.trim(), laid.trim());
  const [, code, font] = /^\s*symbol\s+(0x[\da-f]+|\d+)(?:.*\\f\s*"?([^"\\]+)"?)?/i.exec(instruction) ?? [];
  if (code !== undefined) {
    return dingbatText(font?.trim() ?? null, Number(code)) ?? String.fromCodePoint(Number(code) & 0xffff);
  }
  return '';
}

function overlaid(base: string, laid: string): string {
  if (base === '○' && /^(1?\d|20)$/.test(laid)) return CIRCLED[Number(laid) - 1] ?? laid;
  return OVERLAID.get(base + laid) ?? laid;
}

const instruction: ElementHandler = {
  open(story) {
    story.capture = 'instruction';
    return true;
  },
  close: endCapture,
};

/** A property of the form field being defined, read only inside the given parent. */
const formProperty = (
  parent: string,
  read: (field: OpenField, element: XmlElement) => void,
): ElementHandler => ({
  open(story: Story, element) {
    const field = story.paragraph?.fields.at(-1);
    if (field && element.parent === parent) read(field, element);
    return true;
  },
});

const choose = (field: OpenField, element: XmlElement): void => {
  field.chosen = wholeNumber(element.get('w:val')) ?? 0;
};

const tick = (field: OpenField, element: XmlElement): void => {
  field.box = isOn(element) ? TICKED_BOX : EMPTY_BOX;
};

export const FIELD_ELEMENTS: ElementHandlers = {
  'w:fldChar': fieldCharacter,
  'w:instrText': instruction,
  'w:checkBox': formProperty('w:ffData', (field) => {
    field.box = EMPTY_BOX;
  }),
  'w:checked': formProperty('w:checkBox', tick),
  'w:default': {
    open(story, element) {
      const field = story.paragraph?.fields.at(-1);
      if (field && element.parent === 'w:checkBox') tick(field, element);
      if (field && element.parent === 'w:ddList') choose(field, element);
      return true;
    },
  },
  'w:result': formProperty('w:ddList', choose),
  'w:listEntry': formProperty('w:ddList', (field, element) => {
    field.choices.push(element.get('w:val') ?? '');
  }),
};
