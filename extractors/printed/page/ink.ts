/** What a colour leaves on the page: opacity from 0 to 255, and whether it is white. */
export interface Ink {
  alpha: number;
  white: boolean;
}

export const NO_INK: Ink = { alpha: 0, white: false };
export const BLACK: Ink = { alpha: 255, white: false };
/** Every colour component, from 0 to 255, from which a colour is white. */
export const NEARLY_WHITE = 250;
