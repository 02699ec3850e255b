import type { Evidence } from '../../model/disclosure.js';
import type { Block, Paragraph } from '../../model/grid.js';
import type { FigureReading } from '../verdicts/form-reading.js';
import type { DisclosureSubject } from './subject.js';

const isProse = (block: Block): block is Paragraph => block.kind === 'paragraph' && !block.furniture;

/** A paragraph of the document with where it stands. */
interface PlacedParagraph {
  text: string;
  evidence: Evidence;
}

/** Whether the disclosure is the first of its document that is a pack: the text of the document is looked at once. */
export const ownsProse = ({ siblings, index }: DisclosureSubject): boolean =>
  siblings.find(({ disclosure }) => disclosure.statements.length > 0 || disclosure.said.length > 0)?.index ===
  index;

/** The paragraphs of the document, running heads and page numbers left out. */
export const paragraphsOf = ({ document }: DisclosureSubject): PlacedParagraph[] =>
  document.blocks.flatMap((block, index) =>
    isProse(block)
      ? [{ text: block.text, evidence: { place: block.place, quote: block.text, block: index, cell: null } }]
      : [],
  );

/** How sure the reading of prose is: as printed. */
export const proseReading = ({ unseen }: DisclosureSubject): FigureReading => ({
  form: { state: 'filled', certainty: { claimed: 1, missing: [], rowsThatFit: 1 } },
  decimals: {},
  unseen,
});
