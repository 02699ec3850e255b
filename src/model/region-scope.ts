import type { Region } from './disclosure.js';
import { type RegionHeir, regionHeirs } from './region-heirs.js';

/** Which places the words of a user mean. A place is meant when one of the three holds. */
export interface RegionScope {
  /** Region codes begin with one of these (GB/T 2260: trailing pairs of zeros mean everything below). */
  prefixes: readonly string[];
  /** Retired codes of the places meant, and today's codes of the retired places meant. */
  codes: readonly string[];
  /** The place's name, or its city's or province's, is or begins with this; null where a code was given. */
  name: NamePattern | null;
}

/** `isWhole`: one character is no beginning of a name. `isPath`: names of several levels in one (`株洲市石峰区`). */
interface NamePattern {
  text: string;
  isWhole: boolean;
  isPath: boolean;
}

const TITLE = /（(\d{6})）$/;
const PATH = /.(?:省|市|自治区|自治州|地区|盟)./u;
const PROVINCE = /^.{2,}?(?:省|自治区)/u;

/**
 * Places with everything below them: by code (`430204`; `430200` and `4302` for all of the city; `430000` and `43` for the
 * province), by name (`石峰区`, `湖南省`, also without its last syllables: `湖南`; `株洲市石峰区`) or by both
 * (`湖南省株洲市石峰区（430204）`). A place of today is meant with its predecessors under their retired codes, a retired one
 * with its heirs.
 * @returns null when digits are no code or prefix of one
 */
export function regionScope(text: string): RegionScope | null {
  const code = TITLE.exec(text)?.[1] ?? text;
  if (!/^\d+$/.test(code)) return byName(text);
  return [2, 4, 6].includes(code.length) ? byCode(code) : null;
}

/** Whether a place lies in the scope; a place that is not known lies in none. */
export function isInRegion({ prefixes, codes, name }: RegionScope, region: Region | null): boolean {
  if (region === null) return false;
  const { code } = region;
  if (code !== null && (codes.includes(code) || prefixes.some((prefix) => code.startsWith(prefix)))) {
    return true;
  }
  return name !== null && namesOf(region, name).some((each) => isNamed(name, each));
}

function namesOf({ name, city, province }: Region, { isPath }: NamePattern): string[] {
  const below = `${city ?? ''}${name}`;
  const paths = isPath ? [below, `${province ?? ''}${below}`] : [];
  return [name, city, province, ...paths].filter((each) => each !== null);
}

function byCode(code: string): RegionScope {
  const prefix = code.replace(/(00)+$/, '');
  const codes = relatives(
    ({ heir }) => heir.startsWith(prefix),
    (retired) => retired.code === code,
  );
  return { prefixes: [prefix], codes: codes.filter((each) => !each.startsWith(prefix)), name: null };
}

function byName(text: string): RegionScope {
  const name = { text, isWhole: [...text].length < 2, isPath: PATH.test(text) };
  const withinProvince = { ...name, text: text.replace(PROVINCE, '') };
  const codes = relatives(
    ({ heirName, heirCity }) =>
      isNamed(name, heirName) ||
      isNamed(name, heirCity) ||
      isNamed(withinProvince, `${heirCity ?? ''}${heirName}`),
    (retired) => isNamed(name, retired.name),
  );
  return { prefixes: [], codes, name };
}

const isNamed = ({ text, isWhole }: NamePattern, name: string | null): boolean =>
  text !== '' && (isWhole ? name === text : name?.startsWith(text) === true);

function relatives(
  isHeirMeant: (each: RegionHeir) => boolean,
  isRetiredMeant: (each: RegionHeir) => boolean,
): string[] {
  const all = regionHeirs();
  const codes = [
    ...all.filter(isHeirMeant).map(({ code }) => code),
    ...all.filter(isRetiredMeant).map(({ heir }) => heir),
  ];
  return [...new Set(codes)];
}
