/** A piece of a number format. */
export type FormatToken =
  | { kind: 'text'; text: string }
  | { kind: 'digit'; placeholder: string }
  | { kind: 'point' | 'comma' | 'percent' | 'general' | 'cell' | 'slash' | 'exponent' }
  /** `yyyy`, `m`, `AM/PM` … in lower case. */
  | { kind: 'date'; letters: string }
  /** `[h]`, `[mm]`, `[s]`: all hours, minutes or seconds there are. */
  | { kind: 'elapsed'; letters: string };

export type Language = 'en' | 'zh' | 'zh-Hant' | 'ja';

export interface SectionCondition {
  operator: string;
  limit: number;
}

/** One of up to four parts of a number format that stand between semicolons. */
export interface FormatSection {
  tokens: FormatToken[];
  /** `other`: fractions and scientific notation. */
  kind: 'number' | 'date' | 'general' | 'text' | 'other';
  condition?: SectionCondition;
  /** Of the names of months and days; undefined where the format does not say. */
  language?: Language;
  /** [DBNum1] 一二三, [DBNum2] 壹贰叁, [DBNum3] １２３. */
  numerals?: 1 | 2 | 3;
}
