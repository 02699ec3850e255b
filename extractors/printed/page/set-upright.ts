import type { Box } from './box.js';
import type { PageContent } from './page-content.js';
import { turnBox } from './page-turn.js';

/** A page as it is shown: with its text upright, and how many quarter turns clockwise do that. */
export interface UprightPage {
  content: PageContent;
  quarters: number;
}

/**
 * Content read from the picture of a page, told of the page as displayed turned so that the text stands upright.
 * @param displayed size of the page as displayed, in points
 */
export function setUpright(
  content: PageContent,
  displayed: Pick<PageContent, 'width' | 'height'>,
): UprightPage {
  const { asDisplayed } = content;
  const quarters = asDisplayed ? quartersBack(content, asDisplayed) : 0;
  if (!asDisplayed || quarters === 0) return { content, quarters: 0 };
  const upright = (box: Box): Box => turnBox(asDisplayed(box), quarters, displayed.width, displayed.height);
  return { content: { ...content, asDisplayed: upright }, quarters };
}

/** By where what is read from left to right runs on the page as displayed. */
function quartersBack(
  { width, height }: PageContent,
  asDisplayed: NonNullable<PageContent['asDisplayed']>,
): number {
  const middleAt = (share: number): readonly [number, number] => {
    const x = share * width;
    const { left, top, right, bottom } = asDisplayed({
      left: x - 1,
      right: x + 1,
      top: height / 2 - 1,
      bottom: height / 2 + 1,
    });
    return [(left + right) / 2, (top + bottom) / 2];
  };
  const [[x0, y0], [x1, y1]] = [middleAt(0.25), middleAt(0.75)];
  const [across, down] = [x1 - x0, y1 - y0];
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 0 : 2;
  return down > 0 ? 3 : 1;
}
