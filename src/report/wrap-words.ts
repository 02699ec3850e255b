import { printable, textWidth, wrapText } from './text-width.js';

let segmenter: Intl.Segmenter | undefined;

/** No line begins with these. */
const CLOSING = /^[，。、；：！？）】》」』”’…—～%％,.;:!?)\]}>/=]/;
/** No line ends with these. */
const OPENING = /[（【《「『“‘([{</=]$/;
/** Where a sentence pauses. */
const PAUSE = /[，。、；：！？）】》」』”’,;:!?)\]}>\u3000]\s*$/;
const ASCII_END = /[!-~]$/;
const ASCII_START = /^[!-~]/;

/**
 * Lines of at most `width` columns that break between words, Chinese ones too; an option, a name or a path of Latin letters is
 * one word (a list of names breaks behind its commas), and punctuation stays with the word it belongs to. A word that is wider than a line is broken.
 */
export const wrapWords = (text: string, width: number): string[] =>
  printable(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, width));

/** How far before its end a line may break where the sentence pauses, rather than at its last word. */
const PAUSE_SHARE = 0.2;

function wrapLine(line: string, width: number): string[] {
  const whole = line.trimEnd();
  if (textWidth(whole) <= width) return [whole];
  const lines: string[] = [];
  let taken: string[] = [];
  for (const word of wordsOf(line)) {
    if (textWidth([...taken, word].join('').trimEnd()) <= width) {
      taken.push(word);
      continue;
    }
    const next = [...taken.splice(breakOf([...taken, word], width)), word];
    if (taken.length > 0) lines.push(taken.join('').trimEnd());
    const broken = wrapText(next.join(''), width);
    taken = [`${broken.at(-1) ?? ''}${/\s*$/.exec(word)?.[0] ?? ''}`];
    lines.push(...broken.slice(0, -1));
  }
  return [...lines, taken.join('').trimEnd()];
}

/** How many of the words stay on the line, the last of which is too much for it. */
function breakOf(words: readonly string[], width: number): number {
  const last = words.length - 1;
  for (let at = last; at > 0; at--) {
    if (textWidth(words.slice(at, last).join('')) > width * PAUSE_SHARE) break;
    if (PAUSE.test(words[at - 1] ?? '') || /^[（【《「『“‘([{<]/.test(words[at] ?? '')) return at;
  }
  return last;
}

/** Parts of a line between which it may break, spaces with the part before them. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { segment } of segmenter.segment(line)) {
    const before = words.at(-1);
    if (before !== undefined && belongTogether(before, segment)) words[words.length - 1] = before + segment;
    else words.push(segment);
  }
  return words;
}

const belongTogether = (before: string, after: string): boolean =>
  /^\s/.test(after) ||
  (!/\s$/.test(before) &&
    (CLOSING.test(after) ||
      OPENING.test(before) ||
      (ASCII_END.test(before) &&
        ASCII_START.test(after) &&
        !(before.endsWith(',') && /^[a-z]/i.test(after)))));
