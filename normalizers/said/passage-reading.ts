import type { SaidClaim } from './claim.js';
import type { SaidFigure } from './said-figures.js';
import type { SaidSubject } from './said-subject.js';
import type { SaidScope } from './scope.js';

/** What is known of a passage before its first word. */
export interface PassageContext {
  /** What the heading above names; null where it names nothing money is spent on. */
  heading: SaidSubject | null;
  /** Subject of the paragraph above that ended with 其中：. */
  partOf: string | null;
  /** Chapters on duties and plans state persons, not amounts of the budget. */
  personsOnly: boolean;
}

/** How far the reading of a passage has come. */
export interface PassageReading {
  context: PassageContext;
  claims: SaidClaim[];
  scope: SaidScope;
  outer: { scope: SaidScope; mode: PassageReading['mode'] }[];
  /** `reason`, `purpose`: figures there belong to a cause or a use; `after-reason`: a semicolon may have ended it. */
  mode: 'say' | 'reason' | 'after-reason' | 'purpose';
  reasonHasFigures: boolean;
  label: SaidSubject | null;
  /** `某某项目绩效自评综述：` names the project whose 全年预算数 and 执行数 follow. */
  project: SaidSubject | null;
  year: number | null;
  /** 涉及 was said: it holds for further amounts of the sentence. */
  involves: boolean;
  /** 比上年预算数100万元, before 减少2万元. */
  base: SaidFigure | null;
  hasReference: boolean;
  /** The lead before a stop, where it led to no figure. */
  words: string;
  /** A stop has passed. */
  isBegun: boolean;
  isBehindSemicolon: boolean;
  /** The lead opened parts already: 支出包括：. */
  hasOpened: boolean;
}
