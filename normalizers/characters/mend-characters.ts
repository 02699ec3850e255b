/**
 * Characters that print nothing: soft hyphen, zero-width spaces and joiners, direction marks, variation selectors, fillers,
 * tags, and control characters other than white space.
 */
const INVISIBLE =
  '\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f' +
  '\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{e0000}-\\u{e0fff}';
/** Radicals (U+2E80–2FDF) and compatibility ideographs, which look like ordinary characters and are other ones. */
const LOOKALIKE = '\\u2e80-\\u2fdf\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}';

const MENDABLE = new RegExp(`[${INVISIBLE}${LOOKALIKE}]`, 'u');
const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]+`, 'gu');
const ALL_LOOKALIKE = new RegExp(`[${LOOKALIKE}]`, 'gu');

/**
 * The text a person sees, in the characters a person would type: what prints nothing is dropped, radicals and compatibility
 * ideographs become the ordinary characters they look like. Nothing else changes: ≥, ㎡, ① and full-width digits stay as
 * printed, for which reason this is not NFKC.
 */
export const mendCharacters = (text: string): string =>
  MENDABLE.test(text) ? text.replace(ALL_INVISIBLE, '').replace(ALL_LOOKALIKE, ordinary) : text;

const ordinary = (char: string): string => radicals.get(char) ?? char.normalize('NFKC');

/**
 * Radicals of the block CJK Radicals Supplement (U+2E80–2EF3), each with the character it stands for: Unicode's property
 * Equivalent_Unified_Ideograph. The Kangxi radicals (U+2F00–2FD5) are left to NFKC, but for the last three, whose shape in
 * fonts for simplified Chinese is that of another character (户, not 戶).
 */
const PAIRS = `
⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺
⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿
⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青
⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
⼾户 ⾭青 ⿈黄`;

/** Radical → the ordinary character that looks the same. */
const radicals: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/\s+/)
    .map((pair) => {
      const [radical = '', ideograph = ''] = pair;
      return [radical, ideograph];
    }),
);
