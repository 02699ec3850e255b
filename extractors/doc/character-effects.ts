import { byteView } from '../bytes/byte-view.js';
import { symbolText } from '../tables/symbol-text.js';
import type { FormattedRun } from './formatted-runs.js';
import { readSprms, SPRM } from './sprm.js';

/** What the formatting of a run of characters changes about its text. */
export interface CharacterEffect {
  start: number;
  end: number;
  /** Hidden, or deleted under revision marks. */
  gone: boolean;
  /** What a `(` stands for that marks an inserted symbol. */
  symbol: string | undefined;
  /** Font of the run, for signs of symbol fonts; '' where the run names none. */
  font: string;
}

/** Signs of symbol fonts stand at U+F000 + their place in the font. */
const FIRST_SIGN = '\uf000';
const LAST_SIGN = '\uf0ff';

/** The effects of character runs, in their order; runs without any are left out. */
export function characterEffects(runs: readonly FormattedRun[], fonts: readonly string[]): CharacterEffect[] {
  return runs
    .map(({ start, end, modifiers }) => {
      const operands = new Map(readSprms(modifiers).map(({ code, operand }) => [code, byteView(operand)]));
      const isOn = (code: number): boolean => operands.get(code)?.u8(0) === 1;
      const fontAt = (code: number): string => fonts[operands.get(code)?.u16(0) ?? -1] ?? '';
      const symbol = operands.get(SPRM.symbol);
      return {
        start,
        end,
        gone: isOn(SPRM.deleted) || isOn(SPRM.hidden),
        symbol: symbol && symbolText(symbol.u16(2), fontAt(SPRM.symbol)),
        font: fontAt(SPRM.font),
      };
    })
    .filter(({ gone, symbol, font }) => gone || symbol !== undefined || font !== '');
}

/** A character as its run shows it. */
export function withEffect(character: string, effect: CharacterEffect | undefined): string {
  if (!effect) return character;
  if (effect.gone) return '';
  if (effect.symbol !== undefined && character === '(') return effect.symbol;
  const isSign = character >= FIRST_SIGN && character <= LAST_SIGN;
  return isSign ? symbolText(character.charCodeAt(0), effect.font) : character;
}
