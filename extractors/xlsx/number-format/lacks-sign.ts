/** What tells a negative figure in print: a minus, brackets, or the triangle of Chinese accounts. */
const NEGATIVE = /[-−－‐–(（△▲]/;

/** Whether the text of a negative number shows nothing of its sign, which a colour or a word may tell instead. */
export const lacksSign = (text: string): boolean => /[1-9]/.test(text) && !NEGATIVE.test(text);
