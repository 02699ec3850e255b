import type { Child, FC } from 'hono/jsx';
import type { NameCandidate, NameSide } from '../../../model/name-candidate.js';
import { clipText } from '../../../report/clip-text.js';
import { yearsTitle } from '../../../report/names-table.js';
import { showWan } from '../../../report/show-money.js';
import { documentLink, projectLink } from '../../links.js';
import { showCount } from '../../parts/format-figures.js';
import type { NameButton } from './name-button.js';

/** One of two names, the characters the other lacks marked, with where it is printed. */
export const NameSideView: FC<{ side: NameSide; other: NameSide }> = ({ side, other }) => (
  <div class="side">
    <div class="name">{marked(side.name, other.name)}</div>
    {side.printed.length > 1 && <div class="soft">又印作 {side.printed.slice(1).join('、')}</div>}
    <div class="soft">
      {showCount(side.documents)} 份文档 {yearsTitle(side)}{' '}
      {side.project === null ? (
        <a href={documentLink(side.document)}>看一份</a>
      ) : (
        <>
          {side.project.amountFen === null ? '没有金额' : `${showWan(side.project.amountFen)} 万元`}{' '}
          <a href={projectLink(side.project.id)}>看项目</a>{' '}
          <a
            href={`${documentLink(side.document, side.project.at)}${side.project.at === null ? '' : '#here'}`}
          >
            看原文
          </a>
        </>
      )}
    </div>
  </div>
);

/** The name with the characters marked that do not stand in the other in this order. */
function marked(name: string, other: string): Child[] {
  const shared = commonCharacters([...name], [...other]);
  return [...name].map((character, index) => (shared.has(index) ? character : <mark>{character}</mark>));
}

/** Indexes of the characters of a longest common subsequence. */
function commonCharacters(a: readonly string[], b: readonly string[]): Set<number> {
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const shared = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared.add(i);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return shared;
}

/** Characters of a name on a button. */
const LONGEST = 24;

/** What a person may say of two names, one button each. */
export const NameButtons: FC<{ candidate: NameCandidate }> = ({ candidate }) => {
  const { a, b } = candidate;
  return (
    <div class="words">
      <Word value={wordOf(candidate, [b, a], true)}>合并为“{clipText(a.name, LONGEST)}”</Word>
      <Word value={wordOf(candidate, [a, b], true)}>合并为“{clipText(b.name, LONGEST)}”</Word>
      <Word value={wordOf(candidate, [a, b], false)} quiet>
        是两个
      </Word>
    </div>
  );
};

const Word: FC<{ value: NameButton; quiet?: boolean; children?: Child }> = ({
  value,
  quiet = false,
  children,
}) => (
  <button type="submit" name="word" value={JSON.stringify(value)} class={quiet ? 'plain' : undefined}>
    {children}
  </button>
);

function wordOf(
  { place }: NameCandidate,
  [name, other]: readonly [NameSide, NameSide],
  same: boolean,
): NameButton {
  if (name.project && other.project) {
    return { kind: 'project', same, name: name.project.id, other: other.project.id };
  }
  return {
    kind: 'department',
    same,
    region: place.regionCode ?? place.region,
    name: name.name,
    other: other.name,
  };
}
