import { unsure } from './match-ink.js';

interface Told {
  code: number;
  /** How sure, 0 to 1. */
  confidence: number;
}

/** A character that is meant, what is read in its place, and what the line has before and behind it where that is so. */
interface Confused {
  meant: string;
  read: string;
  before: RegExp;
  after: RegExp;
}

/** What is counted: behind it stands no exclamation mark, before it a figure. */
const COUNTED = /^([个次份人项家户名条期套台篇年月天处座%％，,；;]|$)/u;
/** A value that was told already: the next item follows. */
const VALUE = /值[：:][^：:；;，,。]{1,16}$/u;
const NEXT_ITEM = /^(\d{1,2}、|$)/u;
/** Items from the second on follow others. */
const LATER_ITEM = /^([2-9]|[1-9]\d)、/u;

const CONFUSED: readonly Confused[] = [
  { meant: '目', read: '日', before: /(?<![各每事单多])[项科栏]$/u, after: /^(?![常期均夜益程报])/u },
  { meant: '：', read: '；', before: /标值$/u, after: /./u },
  { meant: '；', read: '：', before: VALUE, after: NEXT_ITEM },
  { meant: ';', read: ':', before: VALUE, after: NEXT_ITEM },
  { meant: '；', read: '：', before: /./u, after: LATER_ITEM },
  { meant: ';', read: ':', before: /./u, after: LATER_ITEM },
  { meant: '1', read: '！', before: /值[：:]$/u, after: COUNTED },
  { meant: '1', read: '!', before: /值[：:]$/u, after: COUNTED },
  { meant: 'Ⅲ', read: '川', before: /(?<!四)$/u, after: /^类/u },
];

/**
 * Sets right characters that make no word where another makes one (项日 → 项目, 川类 → Ⅲ类), and marks that part no items where
 * others do (指标值：2份：3、 → 指标值：2份；3、); they are not sure.
 */
export function toldByWords<C extends Told>(met: readonly C[]): C[] {
  const textOf = (characters: readonly C[]): string =>
    characters.map(({ code }) => String.fromCodePoint(code)).join('');
  return met.map((character, i) => {
    const itself = String.fromCodePoint(character.code);
    const found = CONFUSED.find(
      ({ read, before, after }) =>
        read === itself && before.test(textOf(met.slice(0, i))) && after.test(textOf(met.slice(i + 1))),
    );
    if (!found) return character;
    const code = found.meant.codePointAt(0) ?? character.code;
    return unsure({ ...character, code });
  });
}
