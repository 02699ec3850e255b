import type { MetCharacter } from './match-ink.js';

const SEMICOLON_OF = new Map([
  [0x3a, 0x3b],
  [0xff1a, 0xff1b],
]);

export const isColon = (code: number): boolean => SEMICOLON_OF.has(code);

const isSemicolon = (code: number): boolean => [...SEMICOLON_OF.values()].includes(code);

/**
 * A reading whose colons are semicolons where another reading of the line has one: in a picture of one bit tails are lost, not
 * made.
 * @param near how far apart the middles of both are at most
 */
export const withSemicolonsOf = (
  other: readonly MetCharacter[],
  met: readonly MetCharacter[],
  near: number,
): MetCharacter[] =>
  met.map((character) => {
    const semicolon = SEMICOLON_OF.get(character.code);
    const isReadSo = other.some(
      ({ code, middle }) => isSemicolon(code) && Math.abs(middle - character.middle) <= near,
    );
    return semicolon !== undefined && isReadSo ? { ...character, code: semicolon } : character;
  });
