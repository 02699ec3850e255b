/** A way from a page to something else. */
export interface Link {
  /** As `webAddress` makes it. */
  address: string;
  /** What it is called on the page: its text, or a longer title; '' for none. */
  text: string;
  /**
   * `file`: says itself that it is one of those collected; `download`: may be one, which only its content tells; `picture`: a
   * picture shown on the page; `page`: anything else.
   */
  kind: 'file' | 'download' | 'picture' | 'page';
  /** ISO date printed beside it, as lists do; null without one. */
  day: string | null;
}
