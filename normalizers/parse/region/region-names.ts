/**
 * `full`: 玉屏侗族自治县; `class`: the same without the peoples' names (玉屏自治县, 玉屏县, 湘西州); `short`: without the word for
 * its level (长沙, 石峰), which may also be something else.
 */
export type NameForm = 'full' | 'class' | 'short';

const AUTONOMOUS: Record<string, string> = { 自治区: '', 自治州: '州', 自治县: '县', 自治旗: '旗' };

export type RegionLevel = 'province' | 'prefecture' | 'county';

export const levelOf = ({ code }: { code: string }): RegionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';

const LEVEL_WORDS = ['特别行政区', '地区', '林区', '新区', '省', '市', '区', '县', '盟', '旗'];

/** The forms a region's name is printed in. A short form has at least two characters. */
export function namesOf(
  { name }: { name: string },
  ethnicGroups: readonly string[],
): { name: string; form: NameForm }[] {
  const names: { name: string; form: NameForm }[] = [{ name, form: 'full' }];
  const add = (other: string, form: NameForm): void => {
    if (other.length >= 2 && names.every((known) => known.name !== other)) names.push({ name: other, form });
  };
  const autonomous = name.includes('自治')
    ? Object.keys(AUTONOMOUS).find((word) => name.endsWith(word))
    : null;
  if (autonomous) {
    const stem = withoutPeoples(name.slice(0, -autonomous.length), ethnicGroups);
    add(`${stem}${autonomous}`, 'class');
    add(`${stem}${AUTONOMOUS[autonomous]}`, autonomous === '自治区' ? 'short' : 'class');
    add(stem, 'short');
  } else {
    const word = LEVEL_WORDS.find((level) => name.endsWith(level));
    if (word) add(name.slice(0, -word.length), 'short');
  }
  return names;
}

/** 玉屏侗族 → 玉屏; at least two characters stay (内蒙古), 族 is not one of them (鄂温克族 → 鄂温克). */
function withoutPeoples(name: string, ethnicGroups: readonly string[]): string {
  let stem = name;
  for (;;) {
    const rest = stem;
    const group = ethnicGroups.find((people) => rest.endsWith(people));
    if (!group) return stem;
    if (stem.length - group.length < 2) return stem.replace(/族$/, '');
    stem = stem.slice(0, -group.length);
  }
}
