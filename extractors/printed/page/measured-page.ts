import { figureSpacing } from './figure-spacing.js';
import type { Glyphs, PageContent } from './page-content.js';

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
  glyphs: { ...content.glyphs, figureSpacing: figureSpacing(content.glyphs) },
});
