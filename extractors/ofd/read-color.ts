import type { XmlNode } from '../bytes/xml-tree.js';
import { BLACK, type Ink, NEARLY_WHITE } from '../printed/page/ink.js';
import { numberIn, numberList } from './tree.js';

/** What a colour element leaves on the page (GB/T 33190-2016, 8.3.2); black where there is none. Shadings count as coloured. */
export function readColor(color: XmlNode | undefined): Ink {
  if (!color) return BLACK;
  const alpha = numberIn(color, 'Alpha', BLACK.alpha);
  const components = componentsOf(color.attributes.Value);
  return { alpha, white: components.length > 0 && isWhite(components) };
}

/** RGB and grey: all of them full. CMYK: no ink at all. */
const isWhite = (components: readonly number[]): boolean =>
  components.length === 4
    ? components.every((each) => each <= 255 - NEARLY_WHITE)
    : components.every((each) => each >= NEARLY_WHITE);

/** `255 255 255`, `#FF #FF #FF` or `#FFFFFF`. */
function componentsOf(value: string | undefined): number[] {
  if (value === undefined) return [];
  const hex = value.match(/[0-9a-f]{2}/gi);
  return value.includes('#') && hex ? hex.map((each) => Number.parseInt(each, 16)) : numberList(value);
}
