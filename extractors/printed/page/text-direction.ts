/** Tangent of the angle (8.5°) from which text runs askew; a scan may lie a little askew as a whole. */
const SLANT = 0.15;

/** Quarter turns clockwise of text that runs along (x, y) as displayed, and whether it runs askew. */
export function textDirection(x: number, y: number): { turn: number; slanted: boolean } {
  const [across, down] = [Math.abs(x), Math.abs(y)];
  const turn = across >= down ? (x >= 0 ? 0 : 2) : y > 0 ? 1 : 3;
  return { turn, slanted: Math.min(across, down) > SLANT * Math.max(across, down) };
}
