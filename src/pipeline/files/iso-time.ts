/** A time as a server or an archive of the web writes it, as ISO time; null for what is none. */
export function isoTime(written: string): string | null {
  const time = new Date(written);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
