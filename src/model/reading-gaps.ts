import { type Diagnostic, FORM_NOT_RECOGNIZED, FORM_PARTIAL } from './diagnostic.js';
import type { Outcome } from './outcome.js';
import type { Place } from './place.js';

/** Something a document holds that its reading did not get. */
export interface ReadingGap {
  /** Where it stands, or begins; null of the file as a whole. */
  place: Place | null;
  /** Which table, and what of it is missing. */
  message: string;
  /** What the reader of this can do about it. */
  advice: string;
}

/** Codes of the diagnostics that make a reading one in part. */
export const GAP_CODES = [FORM_PARTIAL, FORM_NOT_RECOGNIZED] as const;
type GapCode = (typeof GAP_CODES)[number];

interface ReadInPart {
  outcome: Outcome;
  reason: string | null;
  /** With others among them, or without. */
  diagnostics: readonly Diagnostic[];
  path: string;
}

/** What a reading in part did not get: of the file first, then table by table. Empty of every other outcome. */
export function gapsOf({ outcome, reason, diagnostics, path }: ReadInPart): ReadingGap[] {
  if (outcome !== 'partial') return [];
  const ofFile = reason === null ? [] : [{ place: null, message: reason, advice: ADVICE_ON_FILE }];
  return [
    ...ofFile,
    ...diagnostics.flatMap(({ code, message, place = null }) =>
      isGapCode(code) ? [{ place, message, advice: ADVICE[code](whyCommand(path, place)) }] : [],
    ),
  ];
}

const isGapCode = (code: string): code is GapCode => GAP_CODES.some((each) => each === code);

const ADVICE_ON_FILE =
  '用原软件打开文件，核对这些内容；是图像的页，装好文字识别后运行 mingzhang import --refresh';

const ADVICE: Record<GapCode, (why: string) => string> = {
  [FORM_PARTIAL]: (why) =>
    `对照原件的这张表；运行 ${why} 看哪些格没有读成，字读错的用 mingzhang correct 改正`,
  [FORM_NOT_RECOGNIZED]: (why) =>
    `对照原件看这里是不是绩效表；是的，运行 ${why} 看为什么没有认出，照 CONTRIBUTING.md“怎样加一个地方的表”补上它的写法，再运行 mingzhang import --refresh`,
};

/** The command that says how the tables of a file, or of one page of it, were recognized; members of archives have no path. */
function whyCommand(path: string, place: Place | null): string {
  const file = path.includes('!/') ? '<解出的文件>' : /[\s'"()（）&;*?]/.test(path) ? `"${path}"` : path;
  const page = /^p(\d+)(?= |$)/.exec(place ?? '')?.[1];
  return `mingzhang extract --why ${file}${page === undefined ? '' : ` --page ${page}`}`;
}
