import { SURE } from '../../../src/model/grid.js';
import { closeSpaces } from './close-spaces.js';
import { crowdedPieces } from './crowded-pieces.js';
import { lettersInFigures } from './letters-in-figures.js';
import { faintPieces, type InkPiece, inkPieces, maskOf } from './line-ink.js';
import { EM, type LinePicture } from './line-picture.js';
import { isDigit, isHan, isOnePiece, type MetCharacter, matchInk, UNSURE, unsure } from './match-ink.js';
import { withFullStops, withMarks, withPoints } from './mend-marks.js';
import { type DrawnOperator, operatorShape } from './operator-shape.js';
import { withoutOuterSpecks } from './outer-specks.js';
import { isPercentShape } from './percent-shape.js';
import { isSemicolonShape } from './semicolon-shape.js';
import { joinBrokenDashes, tellDashes } from './tell-dashes.js';

/** Levels between ink and paper at which strokes are looked for: thin ones break at one, thick ones run together at another. */
const BY_HALF = 0.5;
const SHARES = [BY_HALF, 0.62, 0.38];
/** How sure an operator is that only its strokes tell; without a bar one may have been lost. */
const BY_SHAPE = 0.95;
const WITHOUT_BAR = 0.8;
const PERCENT = 0x25;
/** Figures lower than this in the picture, in pixels, run together: how many zeros stand there is not sure. */
const LEAST_HEIGHT = 10;

const SAME: Record<string, string> = { '＞': '>', '＜': '<', '＝': '=', '⩾': '≥', '⩽': '≤' };

/**
 * Sets right by the ink what the network often misses: operators by their strokes, points and commas by whether they reach below
 * the figures, minus signs at the start; where ink was not read at all, the characters beside it are no longer sure.
 */
export function mendSigns(line: LinePicture, met: readonly MetCharacter[]): MetCharacter[] {
  const pieces = inkPieces(line);
  const [only, another] = pieces;
  if (met.length === 0 && only && !another && isUprightStroke(only)) return [oneAt(only)];
  const operators = withJoinedPercentSign(
    line,
    withPercentSigns(
      line,
      withOperators(line, withOneBefore(withoutOuterSpecks(met, pieces), pieces), pieces),
      pieces,
    ),
    pieces,
  );
  const { characters, unread } = withPoints(
    withUnread(operators, pieces, faintDashes(line, operators, pieces)),
  );
  const marks = withFullStops(
    withMarks(
      lettersInFigures(withSemicolons(line, withDashes(joinBrokenDashes(characters, EM), pieces), pieces)),
      pieces,
    ),
    pieces,
  );
  return settle(closeSpaces(marks, pieces, EM), pieces, unread, LEAST_HEIGHT * line.scale);
}

/** As high as a figure and as narrow as a 1, which the network reads as nothing where it stands alone; no slanted line. */
const isUprightStroke = ({ from, to, top, bottom, area }: InkPiece): boolean => {
  const [width, height] = [to - from, bottom - top];
  return height >= 0.5 * EM && width <= 0.6 * height && area >= 0.35 * width * height;
};

const oneAt = ({ from, to }: InkPiece): MetCharacter => ({
  code: 0x31,
  middle: (from + to) / 2,
  confidence: UNSURE,
});

/** What is counted one by one, alone on its line (1份). */
const COUNTED = /^[个次份人项家户名条期套台篇年月天日处座%％]\S{0,2}$/u;

/** An upright stroke nobody read before what is counted is a 1. */
function withOneBefore(met: readonly MetCharacter[], pieces: readonly InkPiece[]): MetCharacter[] {
  const [piece] = pieces;
  const isCounted = COUNTED.test(met.map(({ code }) => String.fromCodePoint(code)).join(''));
  if (!piece || !isCounted || !isUprightStroke(piece) || matchInk(met, pieces).unread[0] !== 0)
    return [...met];
  return [oneAt(piece), ...met];
}

/** Operators found by their strokes take the place of what was read there. */
function withOperators(
  line: LinePicture,
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
): MetCharacter[] {
  const { piecesOf } = matchInk(met, pieces);
  const mended = met.map((character) => ({ ...character }));
  const inserted: MetCharacter[] = [];
  const removed = new Set<number>();
  pieces.forEach((piece, number) => {
    const owners = met.flatMap((_, i) => (piecesOf[i]?.includes(number) ? [i] : []));
    const known = owners
      .map((i) => String.fromCodePoint(met[i]?.code ?? 0))
      .map((text) => SAME[text] ?? text);
    if (owners.some((i) => isPartOfMore(met[i], piecesOf[i], pieces.length))) return;
    const operator = shapeOf(line, piece);
    if (!operator) return;
    const beside = pieces.length === 1 || isBesideFigures(met, piece);
    if (!beside && owners.some((i) => isHan(met[i]?.code ?? 0))) return;
    const isOfFigure = owners.some((i) => isDigit(met[i]?.code) && isDigit(met[i - 1]?.code));
    if (isOfFigure && pieces.length > 1) return;
    if (operator === '=' && (known[0] === '二' || known[0] === '：' || known[0] === ':') && !beside) return;
    const [first, ...others] = owners;
    const agreed = known.length === 1 && known[0] === operator;
    const place = { code: operator.codePointAt(0) ?? 0, middle: (piece.from + piece.to) / 2 };
    const barred = operator !== '>' && operator !== '<';
    const readSo = /^[≥≤]$/u.test(known[0] ?? '');
    if (!barred && readSo) return;
    const alone = barred ? BY_SHAPE : WITHOUT_BAR;
    if (first === undefined) inserted.push({ ...place, confidence: alone });
    else {
      const before = met[first];
      if (!before) return;
      mended[first] = {
        ...(agreed ? before : place),
        confidence: agreed ? Math.max(before.confidence, BY_SHAPE) : alone,
      };
      for (const i of others) removed.add(i);
    }
  });
  return inOrder([...mended.filter((_, i) => !removed.has(i)), ...inserted]);
}

/** A character that is not sure and drawn as a percent sign, by itself or behind a figure, is one. */
function withPercentSigns(
  line: LinePicture,
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
): MetCharacter[] {
  const { pieceOf } = matchInk(met, pieces);
  return met.map((character, i) => {
    const piece = pieceOf(i);
    const isPlaced = met.length === 1 || (isDigit(met[i - 1]?.code) && !isDigit(met[i + 1]?.code));
    if (!piece || !isPlaced || character.confidence >= SURE) return character;
    return SHARES.some((share) => isPercentShape(maskOf(line, piece, share)))
      ? { ...character, code: PERCENT, confidence: UNSURE }
      : character;
  });
}

/** Width of a percent sign, in heights of the figure it touches. */
const PERCENT_WIDTH = 0.7;

/** A percent sign at the end of a line that has run together with the figure before it and was not read. */
function withJoinedPercentSign(
  line: LinePicture,
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
): MetCharacter[] {
  const [figure, piece] = [met.at(-1), pieces.at(-1)];
  if (!figure || !piece || !isDigit(figure.code)) return [...met];
  const from = Math.round(piece.to - PERCENT_WIDTH * (piece.bottom - piece.top));
  if (figure.middle >= from || from <= piece.from) return [...met];
  const isSign = SHARES.every((share) => isPercentShape(maskOf(line, { from, to: piece.to }, share)));
  if (!isSign) return [...met];
  return [...met, { code: PERCENT, middle: (from + piece.to) / 2, confidence: UNSURE }];
}

const SEMICOLONS: Record<string, number> = { ':': 0x3b, '：': 0xff1b };

/** Colons whose lower dot has a tail are semicolons. */
function withSemicolons(
  line: LinePicture,
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
): MetCharacter[] {
  const { pieceOf } = matchInk(met, pieces);
  return met.map((character, i) => {
    const semicolon = SEMICOLONS[String.fromCodePoint(character.code)];
    const piece = pieceOf(i);
    if (semicolon === undefined || !piece || !isSemicolonShape(maskOf(line, piece, BY_HALF)))
      return character;
    return { ...character, code: semicolon };
  });
}

const inOrder = (met: MetCharacter[]): MetCharacter[] => met.sort((a, b) => a.middle - b.middle);

/** A stroke of a character of several pieces; where the line has no more, it may have been read as one of them. */
function isPartOfMore(
  character: MetCharacter | undefined,
  own: readonly number[] | undefined,
  all: number,
): boolean {
  return all > 1 && character !== undefined && isHan(character.code) && (own?.length ?? 0) > 1;
}

function isBesideFigures(met: readonly MetCharacter[], { from, to }: InkPiece): boolean {
  return met.some(({ code, middle }) => isDigit(code) && middle > to - 4 && middle - to < EM && to > from);
}

function shapeOf(line: LinePicture, piece: InkPiece): DrawnOperator | null {
  for (const share of SHARES) {
    const operator = operatorShape(maskOf(line, piece, share));
    if (operator) return operator;
  }
  return null;
}

/** Level strokes paler than other ink where nothing was read. */
const faintDashes = (
  line: LinePicture,
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
): InkPiece[] =>
  faintPieces(line, pieces).filter(
    (piece) =>
      isDash(piece) && met.every(({ middle }) => middle < piece.from - NEAR || middle > piece.to + NEAR),
  );

/** Pixels of the line between a stroke and the place it was read at. */
const NEAR = 4;

/** Minus signs before figures that were not read, and which ink is left. */
function withUnread(
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
  faint: readonly InkPiece[],
): { characters: MetCharacter[]; unread: InkPiece[] } {
  const left = [...matchInk(met, pieces).unread.flatMap((number) => pieces[number] ?? []), ...faint];
  const isFirst = ({ to }: InkPiece): boolean => pieces.every((other) => other.to >= to);
  const minus = left.find((piece) => isFirst(piece) && isDash(piece) && isBesideFigures(met, piece));
  if (!minus) return { characters: [...met], unread: left };
  const sign = { code: 0x2d, middle: (minus.from + minus.to) / 2, confidence: UNSURE };
  return { characters: inOrder([...met, sign]), unread: left.filter((piece) => piece !== minus) };
}

const isDash = ({ from, to, top, bottom }: InkPiece): boolean =>
  bottom - top < 9 && to - from > 1.5 * (bottom - top) && to - from > 6 && top > 16 && bottom < 31;

function withDashes(met: readonly MetCharacter[], pieces: readonly InkPiece[]): MetCharacter[] {
  const { piecesOf, pieceOf } = matchInk(met, pieces);
  const alone = (i: number): InkPiece | undefined => {
    const [number = -1] = piecesOf[i] ?? [];
    const shared = piecesOf[i - 1]?.includes(number) || piecesOf[i + 1]?.includes(number);
    return shared ? undefined : pieceOf(i);
  };
  return tellDashes(met, alone, EM);
}

/** The middle the ink tells; where that lies beyond a neighbour, which the same ink is too, the one that was read. */
function between(middle: number, met: readonly MetCharacter[], i: number): number {
  const [before = Number.NEGATIVE_INFINITY, after = Number.POSITIVE_INFINITY] = [
    met[i - 1]?.middle,
    met[i + 1]?.middle,
  ];
  return middle > before && middle < after ? middle : (met[i]?.middle ?? middle);
}

/** Middles where the ink stands; next to ink that was not read nothing is sure, and a space lets nothing be unsure. */
function settle(
  met: readonly MetCharacter[],
  pieces: readonly InkPiece[],
  unread: readonly InkPiece[],
  leastHeight: number,
): MetCharacter[] {
  const { piecesOf } = matchInk(met, pieces);
  const wide = crowdedPieces(met, piecesOf, pieces);
  return met.map((character, i) => {
    if (character.code === 0x20) return { ...character, confidence: 1 };
    const piece = pieces[piecesOf[i]?.[0] ?? -1];
    const exact = isOnePiece(character.code) && piecesOf[i]?.length === 1 && piece;
    const middle = exact ? between((piece.from + piece.to) / 2, met, i) : character.middle;
    const small = piece && isDigit(character.code) && piece.bottom - piece.top < leastHeight;
    const doubted =
      small ||
      (piece && wide.has(piece)) ||
      unread.some(({ from, to }) => middle > from - EM && middle < to + EM);
    const settled = { ...character, middle };
    return doubted ? unsure(settled) : settled;
  });
}
