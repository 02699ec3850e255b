/** A column or a line: its names from the outmost header to its own. */
export interface NamedPlace {
  at: number;
  path: string[];
  isAmount: boolean;
}

export type PartName = 'abroad' | 'reception' | 'vehicles' | 'purchase' | 'running' | 'meetings' | 'training';

/** One total of a table of 三公 and the places of its parts. */
export interface ThreePublicGroup {
  total: number;
  parts: Map<PartName, number[]>;
  /** Which parts the total may sum, the likeliest first. */
  choices: PartName[][];
  /** The class of 三公 the table has no place for; null: all are there. */
  lacks: string | null;
}

const CLASSES = { abroad: '因公出国（境）费', reception: '公务接待费', vehicles: '公务用车购置及运行费' };

/** Totals of 三公 and of 公务用车 among places under one header. A header that names a part twice has none. */
export function threePublicGroups(places: readonly NamedPlace[]): ThreePublicGroup[] {
  const byHeader = new Map<string, NamedPlace[]>();
  for (const place of places.filter(({ isAmount }) => isAmount)) {
    for (let depth = 1; depth < place.path.length; depth++) {
      const header = place.path.slice(0, depth).join('/');
      byHeader.set(header, [...(byHeader.get(header) ?? []), place]);
    }
  }
  return [...byHeader].flatMap(([header, own]) => groupsUnder(header.split('/').map(plain), own));
}

function groupsUnder(header: string[], places: NamedPlace[]): ThreePublicGroup[] {
  const depth = header.length;
  const nameAt = ({ path }: NamedPlace, at = depth): string => plain(path[at] ?? '');
  const named = (name: PartName): NamedPlace[] => places.filter((place) => partOf(nameAt(place)) === name);
  const single = (name: PartName): number[] | null => {
    const own = named(name);
    const direct = own.filter(({ path }) => path.length === depth + 1);
    return own.length === direct.length && direct.length < 2 ? direct.map(({ at }) => at) : null;
  };
  const all = new Map<PartName, number[]>();
  for (const name of ['abroad', 'reception', 'purchase', 'running', 'meetings', 'training'] as const) {
    const own = single(name);
    if (!own) return [];
    all.set(name, own);
  }
  const vehicles = vehiclesOf(named('vehicles'), depth, nameAt);
  if (!vehicles) return [];
  const size = (name: PartName): number => all.get(name)?.length ?? 0;
  const isInHeader = partOf(header.at(-1) ?? '') === 'vehicles';
  const ofVehicles: ThreePublicGroup[] = [];
  const [whole] = vehicles;
  const inner = isInHeader ? places.filter((place) => TOTAL.test(nameAt(place))).map(({ at }) => at) : [];
  const sum = isInHeader ? inner[0] : whole;
  const isOne = isInHeader ? inner.length === 1 : vehicles.length === 1;
  if (sum !== undefined && isOne && size('purchase') === 1 && size('running') === 1) {
    ofVehicles.push({ total: sum, parts: all, choices: [['purchase', 'running']], lacks: null });
  }
  const totals = totalsAmong(places, depth, nameAt);
  const [total] = totals;
  if (isInHeader || !total || totals.length > 1) return ofVehicles;
  const isNamed = [nameAt(total), header.at(-1) ?? ''].some((name) => /三公/.test(name) && !WIDER.test(name));
  const others = places.filter(
    (place) => place !== total && partOf(nameAt(place)) === null && !isNamed && nameAt(place) !== '',
  );
  const pair: number[] = ['purchase', 'running'].flatMap((name) => all.get(name as PartName) ?? []);
  all.set('vehicles', vehicles.length > 0 ? vehicles : pair);
  const present = (Object.keys(CLASSES) as (keyof typeof CLASSES)[]).filter((name) => size(name) > 0);
  const lacking = (Object.keys(CLASSES) as (keyof typeof CLASSES)[]).find((name) => size(name) === 0);
  if (present.length < 2 || others.length > 0) return ofVehicles;
  const beside = (['meetings', 'training'] as const).filter((name) => size(name) > 0);
  const isWider = WIDER.test(nameAt(total));
  const wide: PartName[][] = isNamed && !isWider ? [] : beside.length > 0 ? [[...present, ...beside]] : [];
  const choices: PartName[][] = isWider && wide.length > 0 ? wide : [present, ...wide];
  return [...ofVehicles, { total: total.at, parts: all, choices, lacks: lacking ? CLASSES[lacking] : null }];
}

/** The place of 公务用车: its own, the 小计 under it, else all its parts. Null where there are two. */
function vehiclesOf(
  places: NamedPlace[],
  depth: number,
  nameAt: (place: NamedPlace, at?: number) => string,
): number[] | null {
  const direct = places.filter(({ path }) => path.length === depth + 1);
  if (direct.length > 0) return places.length === 1 ? direct.map(({ at }) => at) : null;
  if (new Set(places.map((place) => nameAt(place))).size > 1) return null;
  if (places.some(({ path }) => path.length !== depth + 2)) return null;
  const sums = places.filter((place) => TOTAL.test(nameAt(place, depth + 1)));
  if (sums.length > 1) return null;
  const parts = places.map((place) => partOf(nameAt(place, depth + 1)));
  const areKnown = parts.every((part) => part === 'purchase' || part === 'running');
  if (sums.length === 1) return sums.map(({ at }) => at);
  return areKnown && new Set(parts).size === parts.length ? places.map(({ at }) => at) : null;
}

/** The totals that say 三公, else all. */
function totalsAmong(
  places: NamedPlace[],
  depth: number,
  nameAt: (place: NamedPlace) => string,
): NamedPlace[] {
  const own = places.filter(
    (place) =>
      place.path.length === depth + 1 && (TOTAL.test(nameAt(place)) || THREE_PUBLIC.test(nameAt(place))),
  );
  const named = own.filter((place) => /三公/.test(nameAt(place)));
  return named.length > 0 ? named : own;
}

const TOTAL = /(合计|总计|小计|总额)$/;
const THREE_PUBLIC = /^(财政拨款|一般公共预算)?(安排的)?三公经费(支出|预算|决算|数|财政拨款)*$/;

const WIDER = /会议|培训/;

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s“”"'‘’]/g, '');

const COUNTED = /团组|人次|人数|批次|辆|保有|次数|个数|机关运行/;

function partOf(name: string): PartName | null {
  if (COUNTED.test(name) || /三公/.test(name)) return null;
  const isBoth = /购置.*运行|运行.*购置|^公务用车(经费|费用?)?(支出)?(小计|合计)?$/.test(name);
  const found = (
    [
      ['abroad', /出国|出境/],
      ['reception', /接待/],
      ['vehicles', isBoth ? /./ : /^$/],
      ['purchase', /购置/],
      ['running', /运行|维护/],
      ['meetings', /会议费/],
      ['training', /培训费/],
    ] as const
  ).filter(([, pattern]) => pattern.test(name));
  if (isBoth) return 'vehicles';
  const [only, another] = found;
  return only && !another ? only[0] : null;
}
