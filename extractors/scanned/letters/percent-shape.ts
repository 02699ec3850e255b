import type { InkMask } from './operator-shape.js';

/** Sides of a percent sign to each other. */
const BREADTH = { least: 0.5, most: 1.4 };
const SMALLEST = 10;
/** Share of the ink that falls on ink when the sign is turned by half. */
const ALIKE = 0.72;
/** Share of the ink in the corner above left and the one below right, where its rings are. */
const IN_RINGS = 0.58;

/**
 * Whether ink is a percent sign whose rings and stroke have run together, as one bit and few pixels draw it: it looks the same on
 * its head and is heavy above left and below right.
 */
export function isPercentShape({ width, height, ink }: InkMask): boolean {
  if (height < SMALLEST || width < BREADTH.least * height || width > BREADTH.most * height) return false;
  let [all, alike, rings] = [0, 0, 0];
  for (let i = 0; i < ink.length; i++) {
    if (!ink[i]) continue;
    all++;
    if (ink[ink.length - 1 - i]) alike++;
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x < width / 2 === y < height / 2) rings++;
  }
  return alike >= ALIKE * all && rings >= IN_RINGS * all;
}
