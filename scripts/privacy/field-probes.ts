import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SeededRandom } from '../../test/support/seeded-random.js';
import { bankCard, identityCard } from './checked-numbers.js';
import type { Probe } from './probe.js';

const row = z.array(z.string());
const shape = z.union([
  z.strictObject({ line: z.string() }),
  z.strictObject({ row }),
  z.strictObject({ table: z.array(row) }),
  z.strictObject({ title: z.string() }),
  z.strictObject({ file: z.string() }),
  z.strictObject({ folder: z.string() }),
  z.strictObject({ sheet: z.string() }),
]);
const schema = z.strictObject({ private: z.array(shape), harmless: z.array(shape) });

const SURNAMES = [...'欧赵蒋谭龚廖聂卢毛阳易彭贺尹邹'];
const GIVEN = [...'喆骞昀岚翔鸿骏昱钊楚嘉霓苒蔚珺霁煦璟湉翊'];
const AREAS = ['010', '0731', '0733', '0571', '0851', '023'];

/** Forms as they stand in counties, from field-probes.json; `{人}`, `{机}` and the like are filled with invented persons. */
export function fieldProbes(seed: number): { planted: Probe[]; alike: Probe[] } {
  const { private: planted, harmless } = schema.parse(
    JSON.parse(readFileSync(new URL('./field-probes.json', import.meta.url), 'utf8')),
  );
  const fill = filler(new SeededRandom(seed));
  return {
    planted: planted.map((each) => {
      const tokens: string[] = [];
      return { kind: JSON.stringify(each), tokens, ...asProbe(deepMap(each, (text) => fill(text, tokens))) };
    }),
    alike: harmless.map((each) => ({ kind: JSON.stringify(each), tokens: textsOf(each), ...asProbe(each) })),
  };
}

type Shape = z.infer<typeof shape>;

const asProbe = (given: Shape): Partial<Probe> => ('row' in given ? { rows: [given.row] } : given);

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf);

const deepMap = <T>(value: T, change: (text: string) => string): T =>
  (typeof value === 'string'
    ? change(value)
    : Array.isArray(value)
      ? value.map((each: unknown) => deepMap(each, change))
      : Object.fromEntries(
          Object.entries(value as object).map(([key, each]) => [key, deepMap(each, change)]),
        )) as T;

/** Fills the braces of a text and adds what must not be readable to `tokens`, without blanks and hyphens. */
function filler(random: SeededRandom): (text: string, tokens: string[]) => string {
  const pick = <T>(list: readonly T[]): T => list[random.integer(0, list.length - 1)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('');
  const name = () => `${pick(SURNAMES)}${pick(GIVEN)}${random.next() < 0.7 ? pick(GIVEN) : ''}`;
  const mobile = () => `1${random.integer(3, 9)}${digits(8)}${random.integer(1, 9)}`;
  const local = (area: string) =>
    `${random.integer(2, 8)}${digits(area === '010' || area === '023' || area === '0571' ? 7 : 6)}`;
  const groups = (number: string, joint: string) =>
    [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(joint);
  const landline = (print: (area: string, number: string) => string) => () => {
    const area = pick(AREAS);
    const number = local(area);
    return { printed: print(area, number), token: number };
  };
  const same = (make: () => string) => () => {
    const token = make();
    return { printed: token, token };
  };
  const makers: Record<string, () => { printed: string; token: string }> = {
    人: same(name),
    人空: () => {
      const token = name();
      return { printed: [...token].join('　'), token };
    },
    机: same(mobile),
    机空: () => {
      const token = mobile();
      return { printed: groups(token, ' '), token };
    },
    机横: () => {
      const token = mobile();
      return { printed: groups(token, '-'), token };
    },
    座: landline((area, number) => `${area}-${number}`),
    座连: landline((area, number) => `${area}${number}`),
    座空: landline((area, number) => `${area} ${number}`),
    座括: landline((area, number) => `(${area})${number}`),
    座全括: landline((area, number) => `（${area}）${number}`),
    本地: same(() => local('0731')),
    证: same(() => identityCard(random.integer(1950, 2004), digits(3))),
    卡: same(() => bankCard(`62${digits(random.integer(13, 16))}`)),
    卡空: () => {
      const token = bankCard(`62${digits(16)}`);
      return { printed: token.replace(/(.{4})(?=.)/g, '$1 '), token };
    },
    邮: same(
      () =>
        `${pick(['ouyang', 'lm', 'czj_yb'])}${digits(4)}@${pick(['163.com', 'qq.com', 'example.gov.cn'])}`,
    ),
  };
  return (text, tokens) =>
    text.replace(/\{(.+?)\}/g, (_, key: string) => {
      const made = makers[key]?.();
      if (!made) throw new Error(`no maker for {${key}}`);
      tokens.push(made.token);
      return made.printed;
    });
}
