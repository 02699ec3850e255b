/** Words that stand for characters. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    line: '\n',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    '~': ' ',
    _: '-',
    '{': '{',
    '}': '}',
    '-': '',
    '\\': '\\',
  }),
);

/** Groups whose text is not part of the document's body. Groups beginning with `\*` are left out unless in `STARRED`. */
export const LEFT_OUT = new Set([
  'colortbl',
  'info',
  'pict',
  'objdata',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'annotation',
  'nonesttables',
  'shprslt',
  'nonshppict',
  'fldinst',
  'xe',
  'tc',
  'rxe',
  'comment',
  'filetbl',
  'listtable',
  'listoverridetable',
  'list',
  'listlevel',
  'leveltext',
  'levelnumbers',
  'listname',
  'sp',
  'revtbl',
]);

/** Groups beginning with `\*` that hold text or tables all the same. */
export const STARRED = new Set(['nesttableprops', 'shpinst', 'shptxt', 'ud', 'shppict']);

/** Groups with a flow of text of their own: footnotes and text boxes, read after the body. */
export const ASIDE = new Set(['footnote', 'shptxt']);
