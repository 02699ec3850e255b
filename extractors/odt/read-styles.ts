import { childrenNamed, countIn, descendants, partsNamed, type XmlNode } from '../bytes/xml-tree.js';
import type { OpenDocument } from './open-document.js';

/** What a level of a list prints before its paragraphs. */
export interface ListLevel {
  bullet: boolean;
  /** `1`, `a`, `一, 二, 三, ...`; the sign itself of a bullet. */
  format: string;
  /** Font of a bullet. */
  font: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels its number shows: `2.1` shows two. */
  shown: number;
  followedBy: string;
}

/** Levels from 1. */
export type ListStyle = ReadonlyMap<number, ListLevel>;

export interface Styles {
  lists: ReadonlyMap<string, ListStyle>;
  /** Numbering of headings. */
  outline: ListStyle;
  /** Whether text of a style is hidden. */
  isHidden(family: 'text' | 'paragraph', name: string | undefined): boolean;
  isHiddenSection(node: XmlNode): boolean;
}

interface Style {
  hidden: boolean | undefined;
  parent: string | undefined;
}

/** Deeper chains of parents are a loop. */
const MOST_PARENTS = 20;

export function readStyles({ content, styles }: OpenDocument): Styles {
  const known = new Map<string, Style>();
  const lists = new Map<string, ListStyle>();
  let outline: ListStyle = new Map();
  for (const part of styles === content ? [content] : [styles, content]) {
    const groups = [...partsNamed(part, 'office:styles'), ...partsNamed(part, 'office:automatic-styles')];
    for (const node of groups.flatMap((group) =>
      childrenNamed(group, 'style:style', 'text:list-style', 'text:outline-style'),
    )) {
      const name = node.attributes['style:name'] ?? '';
      if (node.name === 'text:list-style') lists.set(name, levelsOf(node));
      else if (node.name === 'text:outline-style') outline = levelsOf(node);
      else known.set(`${node.attributes['style:family']} ${name}`, styleOf(node));
    }
  }
  return {
    lists,
    outline,
    isHidden(family, name) {
      let style = name === undefined ? undefined : known.get(`${family} ${name}`);
      for (let i = 0; style && i < MOST_PARENTS; i++) {
        if (style.hidden !== undefined) return style.hidden;
        style = style.parent === undefined ? undefined : known.get(`${family} ${style.parent}`);
      }
      return false;
    },
    isHiddenSection: (node) => node.attributes['text:display'] === 'none',
  };
}

function styleOf(node: XmlNode): Style {
  const display = childrenNamed(node, 'style:text-properties')[0]?.attributes['text:display'];
  return {
    hidden: display === undefined ? undefined : display === 'none',
    parent: node.attributes['style:parent-style-name'],
  };
}

function levelsOf(list: XmlNode): ListStyle {
  const levels = new Map<number, ListLevel>();
  for (const level of list.children) {
    if (typeof level === 'string') continue;
    const bullet = level.name === 'text:list-level-style-bullet';
    const attribute = (name: string): string => level.attributes[name] ?? '';
    const font = childrenNamed(level, 'style:text-properties')[0]?.attributes;
    const [alignment] = [...descendants(level, 'style:list-level-label-alignment')];
    levels.set(countIn(level, 'text:level', 1), {
      bullet,
      format: attribute(bullet ? 'text:bullet-char' : 'style:num-format'),
      font: font?.['fo:font-family'] ?? font?.['style:font-name'] ?? '',
      prefix: attribute('style:num-prefix'),
      suffix: attribute('style:num-suffix'),
      start: countIn(level, 'text:start-value', 1, 0),
      shown: countIn(level, 'text:display-levels', 1),
      followedBy: alignment?.attributes['text:label-followed-by'] ?? '',
    });
  }
  return levels;
}
