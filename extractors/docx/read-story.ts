import type { ElementHandler } from './element-handler.js';
import { FIELD_ELEMENTS } from './field-elements.js';
import type { OfficePackage } from './office-package.js';
import { PARAGRAPH_ELEMENTS } from './paragraph-elements.js';
import { captureText, RUN_ELEMENTS } from './run-elements.js';
import { finishParagraph, type Story } from './story.js';
import { STRUCTURE_ELEMENTS } from './structure-elements.js';
import { TABLE_ELEMENTS } from './table-elements.js';

/** Elements that mean something; all others are passed through, so that what they hold is read as if they were not there. */
const HANDLERS = new Map<string, ElementHandler>(
  [PARAGRAPH_ELEMENTS, RUN_ELEMENTS, FIELD_ELEMENTS, TABLE_ELEMENTS, STRUCTURE_ELEMENTS].flatMap((handlers) =>
    Object.entries(handlers),
  ),
);

/**
 * Reads the text of one part (body, notes, a header) into the story.
 *
 * @returns the name of the root element, '' when the part is missing or has none
 */
export function readStory(
  pack: OfficePackage,
  part: string,
  story: Story,
  progress?: (done: number, total: number) => void,
): string {
  let root = '';
  pack.readPart(
    part,
    {
      open(element) {
        if (root === '') root = element.name;
        return HANDLERS.get(element.name)?.open?.(story, element) ?? true;
      },
      close: (name) => HANDLERS.get(name)?.close?.(story),
      text(text) {
        if (story.capture !== null) captureText(story, text);
      },
    },
    progress,
  );
  finishParagraph(story);
  return root;
}
