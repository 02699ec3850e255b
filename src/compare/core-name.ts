import type { RowSubject } from '../model/comparison.js';
import { lettersAndDigits } from './bigrams.js';
import { WORDS } from './similar-settings.js';

type Places = Pick<RowSubject, 'province' | 'city' | 'region' | 'department'>;

/** A core shorter than this says less than the name it was cut from. */
const SHORTEST = 2;

/**
 * What a project's name is about: without brackets, years, the place's and the department's own name and the words every
 * project has (经费, 专项), each thing by one word (运行维护: 运维). `青禾县2024年铁路护路联防专项经费（县级）` → `铁路护路联防`.
 * Falls back to the whole name.
 */
export function coreName(name: string, places: Partial<Places> = {}): string {
  const whole = withoutBrackets(name);
  const matter = removeAll(
    whole.replace(/(19|20)\d{2}(\s*[-—~至]\s*(19|20)\d{2})?年?度?/g, ''),
    placeWords(places),
  );
  return (
    stripped(unified(matter, WORDS.same), WORDS.frame) || lettersAndDigits(whole) || lettersAndDigits(name)
  );
}

/** The core without words that say how rather than what (奖励, 管理, 人员): `见义勇为奖励` → `见义勇为`. */
export const kernelName = (core: string): string => removeAll(core, WORDS.weak);

/** What an indicator is about: `发放宣传资料数量` → `发放宣传资料`. */
export const coreIndicator = (name: string): string =>
  stripped(unified(withoutBrackets(name), WORDS.indicatorSame), WORDS.indicatorFrame) ||
  lettersAndDigits(name);

/** {@link kernelName} for indicators. */
export const kernelIndicator = (core: string): string => removeAll(core, WORDS.indicatorWeak);

/** A text with each thing by one word and without punctuation, to look for a core in. */
export const unifiedText = (text: string): string =>
  lettersAndDigits(unified(text.normalize('NFKC'), WORDS.same));

/** The core as texts may print it: with each word it was unified from. 综治 → 综治, 综合治理. */
export const printedForms = (core: string): string[] => [
  core,
  ...WORDS.same.flatMap(([word, as]) => (core.includes(as) ? [core.replaceAll(as, word)] : [])),
];

const withoutBrackets = (name: string): string => name.normalize('NFKC').replace(/\([^()]*\)/g, '');

const unified = (text: string, same: readonly (readonly [string, string])[]): string =>
  same.reduce((rest, [word, as]) => rest.replaceAll(word, as), text);

function placeWords({ province, city, region, department }: Partial<Places>): string[] {
  const names = [department, region, city, province].filter((each) => typeof each === 'string');
  const short = names.map((each) => each.replace(/[省市区县旗]$/, ''));
  return [...names, ...short].filter((each) => each.length >= SHORTEST);
}

/** The text without the words; null where too little is left. */
function stripped(text: string, words: readonly string[]): string | null {
  const core = removeAll(lettersAndDigits(text), words);
  return [...core].length >= SHORTEST ? core : null;
}

const removeAll = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => {
    const without = rest.replaceAll(word, '');
    return [...without].length >= SHORTEST ? without : rest;
  }, text);
