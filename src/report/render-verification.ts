import { factLines } from './fact-lines.js';

/** Where two readers of one file disagree. */
export interface Disagreement {
  onlyFirst: { text: string; place: string }[];
  onlySecond: string[];
  differing: { place: string; first: string; second: string }[];
}

/** Every text only one of two readers has, and every text that differs, one after the other. */
export function renderVerification(
  { onlyFirst, onlySecond, differing }: Disagreement,
  second: string,
): string {
  const sections: [string, string][] = [
    [
      '两者不同',
      differing.map((each) => factLines([[each.place, `${each.first}\n${each.second}`]])).join('\n'),
    ],
    ['只有本程序读到', factLines(onlyFirst.map(({ place, text }) => [place, text]))],
    [`只有 ${second} 读到`, factLines(onlySecond.map((text) => ['', text]))],
  ];
  return sections
    .filter(([, lines]) => lines !== '')
    .map(([title, lines]) => `${title}：\n${lines}\n`)
    .join('\n');
}
