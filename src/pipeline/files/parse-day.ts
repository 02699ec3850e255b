const DAY = /(?<!\d)((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)/;
const COMPACT_DAY = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/** The first full date in a text (2023年2月3日, 2023-02-03, 2023/2/3, 2023.2.3, or 20230203 alone) as ISO date; null without one. */
export function parseDay(text: string): string | null {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? COMPACT_DAY.exec(text.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
