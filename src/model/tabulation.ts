/** How finely a table of places goes. */
export const PLACE_LEVELS = { province: '省', city: '市', region: '地区（县级、市本级、省本级）' } as const;
export type PlaceLevel = keyof typeof PLACE_LEVELS;

/** What a place disclosed for a year, in numbers; superseded documents are left out. */
export interface PlaceYear {
  /** null: unknown, or finer than asked. */
  province: string | null;
  city: string | null;
  region: string | null;
  region_code: string | null;
  year: number | null;
  documents: number;
  disclosures: number;
  /** Disclosures no audit has looked at by all rules. */
  unchecked: number;
  departments: number;
  projects: number;
  indicators: number;
  statements: number;
  /** Of the projects whose amount is known; null where that is none. */
  amount_fen: number | null;
  /** Projects whose amount is not known. */
  without_amount: number;
  /** Standing findings that no answer has settled. */
  findings: number;
}

const UNSETTLED = '已说明、排除的不计';

/** `decimals`: of every figure in a table; none unless given. */
interface MeasureFacts {
  title: string;
  unit: string;
  decimals?: number;
  note?: string;
}

/** What can be put into a table of places and years. */
export const MEASURES = {
  documents: { title: '文档', unit: '份' },
  disclosures: { title: '公开', unit: '份' },
  departments: { title: '公开的部门', unit: '个' },
  projects: { title: '项目', unit: '个' },
  indicators: { title: '指标', unit: '条' },
  statements: { title: '预算表', unit: '张' },
  amount: { title: '项目金额', unit: '万元', decimals: 2 },
  findings: { title: '疑点', unit: '条', note: UNSETTLED },
  'indicators-per-project': { title: '每个项目的指标', unit: '条', decimals: 1 },
  'findings-per-100-projects': { title: '每百个项目的疑点', unit: '条', decimals: 1, note: UNSETTLED },
} as const satisfies Record<string, MeasureFacts>;
export type Measure = keyof typeof MEASURES;

/** A measure with its unit and what it leaves out: `疑点（条，已说明、排除的不计）`. */
export function measureTitle(measure: Measure): string {
  const { title, unit, note }: MeasureFacts = MEASURES[measure];
  return `${title}（${note === undefined ? unit : `${unit}，${note}`}）`;
}

/** Decimals a table shows of every figure of a measure. */
export function decimalsShown(measure: Measure): number {
  const { decimals = 0 }: MeasureFacts = MEASURES[measure];
  return decimals;
}

/** A cell: its figure (amounts in 万元), or why there is none. */
export type Tabulated =
  | { value: number; isPartial: boolean }
  | { value: null; why: 'not-disclosed' | 'not-checked' | 'no-amount' | 'no-projects' };

export const WHY_BLANK = {
  'not-disclosed': '库中没有这一年的公开',
  'not-checked': '还没有核查',
  'no-amount': '项目都没有印出金额',
  'no-projects': '没有项目，无从相除',
} as const satisfies Record<Extract<Tabulated, { value: null }>['why'], string>;

export interface TabulatedPlace extends Pick<PlaceYear, 'province' | 'city' | 'region' | 'region_code'> {
  /** One a year, in the order of the table's years. */
  cells: Tabulated[];
}

/** One measure by place and year. */
export interface Tabulation {
  measure: Measure;
  /** In their order; null: unknown, last. */
  years: (number | null)[];
  places: TabulatedPlace[];
}
