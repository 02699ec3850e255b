import type { ImportEvent } from '../import-event.js';

export interface SlowFile {
  path: string;
  seconds: number;
}

/** Files that are being read at the moment. */
export class FilesUnderWay {
  private readonly since = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  note(event: ImportEvent): void {
    if (event.kind === 'listed') return;
    if (event.kind === 'started') this.since.set(event.path, this.now());
    else this.since.delete(event.kind === 'failure' ? event.failure.path : event.path);
  }

  /** Those that have taken so many seconds or more, slowest first. */
  slow(least: number): SlowFile[] {
    return [...this.since]
      .map(([path, started]) => ({ path, seconds: Math.floor((this.now() - started) / 1000) }))
      .filter(({ seconds }) => seconds >= least)
      .sort((a, b) => b.seconds - a.seconds);
  }
}
