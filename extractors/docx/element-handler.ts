import type { XmlElement } from './parse-xml.js';
import type { Story } from './story.js';

/** What one element does to the story. */
export interface ElementHandler {
  /** Returns false to pass over the element with all it holds. */
  open?(story: Story, element: XmlElement): boolean | undefined;
  close?(story: Story): void;
}

export type ElementHandlers = Record<string, ElementHandler>;

/** The element and all it holds is not part of the final text. */
export const LEFT_OUT: ElementHandler = { open: () => false };
