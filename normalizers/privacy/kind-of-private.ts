/** What kind of private text a piece is, in Chinese. */
export function kindOfPrivate(text: string): string {
  if (/[@＠]/.test(text)) return '邮箱';
  const digits = text.normalize('NFKC').replace(/[^0-9Xx]/g, '');
  if (digits.length < 5) return '姓名';
  if (/\p{Script=Han}{2}/u.test(text)) return '姓名、号码';
  if (/^\d{17}[\dXx]$/.test(digits)) return '身份证号';
  if (digits.length >= 16) return '银行卡号';
  return /^(?:0086|86)?1[3-9]\d{9}$/.test(digits) ? '手机' : '电话';
}
