import type { ElementHandler, ElementHandlers } from './element-handler.js';
import { wholeNumber } from './element-values.js';
import type { XmlElement } from './parse-xml.js';
import { finishParagraph, type OpenParagraph, openParagraph, settleFields } from './story.js';

const paragraph: ElementHandler = {
  open(story) {
    const before = story.paragraph;
    if (before?.runsOn) takeOn(before);
    else finishParagraph(story);
    openParagraph(story);
    return true;
  },
  close(story) {
    if (!story.paragraph?.runsOn) finishParagraph(story);
  },
};

/** A paragraph whose mark is not there goes on in the next one and has its properties. */
function takeOn(open: OpenParagraph): void {
  settleFields(open);
  open.styleId = null;
  open.listId = null;
  open.listLevel = null;
  open.outline = null;
  open.runsOn = false;
}

/** A property of the open paragraph, read only inside the given parent. */
const property = (
  parent: string,
  read: (open: OpenParagraph, element: XmlElement) => void,
): ElementHandler => ({
  open(story, element) {
    if (element.parent === parent) read(openParagraph(story), element);
    return true;
  },
});

export const PARAGRAPH_ELEMENTS: ElementHandlers = {
  'w:p': paragraph,
  'w:pStyle': property('w:pPr', (open, element) => {
    open.styleId = element.get('w:val') ?? null;
  }),
  'w:numId': property('w:numPr', (open, element) => {
    open.listId = element.get('w:val') ?? null;
  }),
  'w:ilvl': property('w:numPr', (open, element) => {
    open.listLevel = wholeNumber(element.get('w:val'));
  }),
  'w:outlineLvl': property('w:pPr', (open, element) => {
    open.outline = wholeNumber(element.get('w:val'));
  }),
};
