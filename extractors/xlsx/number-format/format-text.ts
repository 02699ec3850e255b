import type { FormatSection } from './section.js';

const FOR_TEXT = 4;

/**
 * Text in a number format (ECMA-376 part 1, 18.8.31): in its fourth section, or in the last one where that takes text (`@`); as it
 * is in all others.
 */
export function formatText(sections: readonly FormatSection[], text: string): string {
  const last = sections.at(-1);
  if (text === '' || !last || sections.length > FOR_TEXT) return text;
  const takesText = sections.length === FOR_TEXT || last.tokens.some(({ kind }) => kind === 'cell');
  if (!takesText) return text;
  return last.tokens
    .map((token) => {
      if (token.kind === 'text') return token.text;
      return token.kind === 'cell' || token.kind === 'general' ? text : '';
    })
    .join('');
}
