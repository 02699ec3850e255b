import type { InkPiece } from './line-ink.js';
import { isDigit, type MetCharacter } from './match-ink.js';

/** Figures are at most so wide, as a part of their height, where nothing else tells how far they stand from each other. */
const WIDEST = 0.8;
/** Ink for so much more than the figures that were read is ink of another one. */
const MORE = 0.6;
/** Paper between figures that do not touch, as a part of their distance. */
const BETWEEN = 0.2;

/**
 * Pieces of figures that touch with ink for more figures than were read there; how far figures stand from each other is told by
 * those of the line that do not touch.
 */
export function crowdedPieces(
  met: readonly MetCharacter[],
  piecesOf: readonly (readonly number[])[],
  pieces: readonly InkPiece[],
): Set<InkPiece> {
  const owners = new Map<number, number[]>();
  piecesOf.forEach((own, i) => {
    for (const number of own) owners.set(number, [...(owners.get(number) ?? []), i]);
  });
  const apart = distance(met, piecesOf, pieces, owners);
  return new Set(
    [...owners].flatMap(([number, own]) => {
      const piece = pieces[number];
      if (!piece || !own.every((i) => isDigit(met[i]?.code))) return [];
      const each = apart ?? WIDEST * (piece.bottom - piece.top);
      return piece.to - piece.from > (own.length + (apart ? MORE - BETWEEN : 0)) * each ? [piece] : [];
    }),
  );
}

/** From one figure to the next where each is a piece of its own; null where no two are. */
function distance(
  met: readonly MetCharacter[],
  piecesOf: readonly (readonly number[])[],
  pieces: readonly InkPiece[],
  owners: ReadonlyMap<number, readonly number[]>,
): number | null {
  const middleOf = (i: number): number | null => {
    const [number = -1, ...others] = piecesOf[i] ?? [];
    const piece = pieces[number];
    const isOwn = others.length === 0 && owners.get(number)?.length === 1 && isDigit(met[i]?.code);
    return piece && isOwn ? (piece.from + piece.to) / 2 : null;
  };
  const distances = met
    .flatMap((_, i) => {
      const [middle, next] = [middleOf(i), middleOf(i + 1)];
      return middle === null || next === null ? [] : [next - middle];
    })
    .sort((a, b) => a - b);
  return distances[(distances.length - 1) >> 1] ?? null;
}
