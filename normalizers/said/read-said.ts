import { type Block, surenessOf } from '../../src/model/grid.js';
import type { Said } from '../../src/model/statement.js';
import type { SaidClaim } from './claim.js';
import { isMoneySubject } from './known-subjects.js';
import { type ProsePassage, readPassages } from './passages.js';
import { printedIndexes } from './plain-prose.js';
import type { ProseHeading } from './prose-heading.js';
import { readPassage } from './read-passage.js';
import { readSubject, type SaidSubject } from './said-subject.js';

const GLOSSARY = /名词解释|术语解释|名词说明|名词释义|专业名词/;
const DUTIES =
  /职责|职能|机构设置|单位构成|工作任务|主要任务|重点工作|主要工作|工作目标|工作计划|评价报告|绩效评价|绩效自评表|附件/;
const OPENS_LIST = /其中(?:（[^）]*）)?：$/;
const NEW_STATEMENT = /^(?:（[^）]*）|\d{1,2}[.、])?(?:按.{2,20}，)?(?:20\d{2}年|本部门|本单位|截[至止])/;

/**
 * What the prose of a document states of figures: amounts, changes, shares and counts with their subjects, in reading order. What is not sure
 * is not claimed: figures of causes and uses, of duties, plans and definitions, bounds and rough figures, figures whose subject is not
 * named. Takes the blocks as arranged; tables are not prose.
 */
export function readSaid(blocks: readonly Block[]): Said[] {
  const said: Said[] = [];
  let list: { of: string; headings: readonly ProseHeading[] } | null = null;
  for (const passage of readPassages(blocks)) {
    const { headings, text } = passage;
    if (headings.some(({ title }) => GLOSSARY.test(title))) continue;
    if (list && (list.headings !== headings || NEW_STATEMENT.test(text))) list = null;
    const claims = readPassage(text, {
      heading: headingSubject(headings),
      partOf: list?.of ?? null,
      personsOnly: headings.some(({ title }) => DUTIES.test(title)),
    });
    const indexes = claims.length > 0 ? printedIndexes(passage.printed) : [];
    for (const claim of claims) said.push(saidOf(claim, passage, indexes));
    const last = claims.at(-1);
    if (last && OPENS_LIST.test(text)) list = { of: last.subject, headings };
  }
  return said;
}

/** What the nearest heading names: 公务接待费 of （二）公务接待费支出情况. */
function headingSubject(headings: readonly ProseHeading[]): SaidSubject | null {
  const nearest = headings.at(-1);
  if (!nearest) return null;
  const title = nearest.title.replace(/（详见[^）]*）$/, '');
  const subject = readSubject(title.replace(/(?:安排|支出)?(?:的)?(?:总体|具体)?(?:情况|说明)+$/, ''));
  return isMoneySubject(subject) ? subject : null;
}

function saidOf(
  { role: _, start, at, end, ...claim }: SaidClaim,
  { printed, text, headings, parts }: ProsePassage,
  indexes: readonly number[],
): Said {
  const from = indexes[lastStop(text, start)];
  const figure = indexes[at] ?? 0;
  const to = indexes[nextStop(text, end)];
  const part = parts.findLast((part) => part.start <= figure) ?? parts[0];
  return {
    ...claim,
    heading: headings.at(-1)?.title ?? null,
    sentence: printed.slice(from, to).trim(),
    evidence: {
      place: part?.paragraph.place ?? '',
      quote: part?.paragraph.text ?? '',
      block: part?.block ?? 0,
      cell: null,
      ...surenessOf(part?.paragraph ?? {}),
    },
  };
}

const STOP = /[。；]/;
/** A sentence without stops is cut this far from its figures. */
const LONGEST = 600;

function lastStop(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < LONGEST && !STOP.test(text[at - 1] ?? '')) at--;
  return at;
}

function nextStop(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < LONGEST && !STOP.test(text[at] ?? '')) at++;
  return Math.min(at + 1, text.length);
}
