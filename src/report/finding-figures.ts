import { showFen } from '../model/facts/money-units.js';
import type { Finding } from '../model/finding.js';

type Figures = Pick<
  Finding,
  'reported' | 'expected' | 'differenceFen' | 'differenceShare' | 'toleranceFen' | 'evidence'
>;

/** What a finding sets against each other, title by title; only what it has. Pages, lists and papers all say it so. */
export function findingFigures(finding: Figures): [title: string, value: string][] {
  const { reported, expected, differenceFen, differenceShare, toleranceFen } = finding;
  const figures: [string, string | null][] = [
    ['公开值', reported],
    [expectedTitle(finding), expected],
    ['差额', differenceFen === null ? null : showDifferenceInBoth(differenceFen)],
    ['占比', differenceShare === null ? null : `${differenceShare}%`],
    ['容差', toleranceFen === null ? null : showFen(toleranceFen, '元')],
  ];
  return figures.flatMap(([title, value]) => (value === null ? [] : [[title, value]]));
}

/** What the value beside the published one is: printed in another place, or worked out from others. */
export function expectedTitle({ expected, evidence }: Pick<Finding, 'expected' | 'evidence'>): string {
  const figure = expected === null ? '' : bareFigure(expected);
  const isPrinted = figure !== '' && evidence.some(({ evidence: { quote } }) => bareFigure(quote) === figure);
  return isPrinted ? '另处所印' : '推算值';
}

/** `≤1,310,300.00 元` → `1310300.00`. */
const bareFigure = (text: string): string => text.replace(/[\s,，≤≥<>=＝]|(千|百|亿|万)?元$|万$/g, '');

/** How much more or less the published value is than the one beside it: `多18万元`, `少0.5万元`. @param fen reported − expected */
export const showDifference = (fen: number): string => `${directionOf(fen)}${showFen(Math.abs(fen))}`;

/** As `showDifference`, in 元 as well: `少18万元（180000元）`. */
export const showDifferenceInBoth = (fen: number): string =>
  `${showDifference(fen)}（${showFen(Math.abs(fen), '元')}）`;

const directionOf = (fen: number): string => (fen < 0 ? '少' : fen > 0 ? '多' : '');
