import type { ImportEvent } from '../import-event.js';

export interface SlowFile {
  path: string;
  seconds: number;
}

/** Files that are being read at the moment. */
export class FilesUnderWay {
  /** By path as shown, which several files may share: when each was begun. */
  private readonly since = new Map<string, number[]>();

  constructor(private readonly now: () => number = Date.now) {}

  note(event: ImportEvent): void {
    if (event.kind === 'listed' || event.kind === 'linking') return;
    const path = event.kind === 'failure' ? event.failure.path : event.path;
    const begun = this.since.get(path) ?? [];
    const left = event.kind === 'started' ? [...begun, this.now()] : begun.slice(1);
    if (left.length > 0) this.since.set(path, left);
    else this.since.delete(path);
  }

  /** Those that have taken so many seconds or more, slowest first. */
  slow(least: number): SlowFile[] {
    return [...this.since]
      .flatMap(([path, begun]) => begun.map((started) => [path, started] as const))
      .map(([path, started]) => ({ path, seconds: Math.floor((this.now() - started) / 1000) }))
      .filter(({ seconds }) => seconds >= least)
      .sort((a, b) => b.seconds - a.seconds);
  }
}
