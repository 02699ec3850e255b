import type { Region } from './disclosure.js';
import type { Stage } from './facts/stages.js';

/**
 * One disclosure an audit looked at: whose it is, how much it holds, and how the rules answered beside their findings. It
 * gives "no findings" a denominator.
 */
export interface AuditedDisclosure {
  /** sha256 of its document, and its index there. */
  document: string;
  disclosure: number;
  path: string;
  url: string | null;
  region: Region | null;
  year: number | null;
  stage: Stage;
  department: string | null;
  departmentKey: string | null;
  /** Blank templates left out. */
  forms: number;
  projects: number;
  indicators: number;
  costs: number;
  /** Answers of rules over forms and documents; rules over many documents answer for none of them. */
  pass: number;
  notApplicable: number;
  notEvaluated: number;
  /** What could not be judged, one entry per rule and reason. */
  unjudged: { rule: string; reason: string; count: number }[];
}
