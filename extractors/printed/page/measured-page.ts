import { figureSpacing } from './figure-spacing.js';
import type { Glyphs, PageContent } from './page-content.js';

/** Fills beyond this number are a drawing; they are no backgrounds of cells, or to look behind letters for. */
export const MOST_FILLS = 4000;

/** A page with what its glyphs have in common. */
export interface MeasuredPage extends PageContent {
  glyphs: MeasuredGlyphs;
}

export interface MeasuredGlyphs extends Glyphs {
  /** Usual space between the digits of a figure, in font heights: 0 where they are not set apart. */
  figureSpacing: number;
}

export const measuredPage = (content: PageContent): MeasuredPage => ({
  ...content,
  fills: content.fills.length > MOST_FILLS ? [] : content.fills,
  glyphs: { ...content.glyphs, figureSpacing: figureSpacing(content.glyphs) },
});
