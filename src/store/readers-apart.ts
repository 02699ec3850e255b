import type { Database } from './ground/database.js';
import type { Engine } from './ground/face.js';

interface Way<Own extends Database> {
  /** A connection that can write nothing. */
  open(): Own;
  /** Statement by which it sees the store as it is then, until the transaction ends. */
  begin: string;
  close(own: Own): void;
}

/** Connections for readers who take their time; one that was given back is used again. */
export function readersApart<Own extends Database>({
  open,
  begin,
  close,
}: Way<Own>): {
  open: NonNullable<Engine['openApart']>;
  /** Closes those nobody uses, and the others when they are given back. */
  close(): void;
} {
  const idle: Own[] = [];
  let isOpen = true;
  const begun = (own: Own): Own => {
    try {
      own.exec(begin);
      return own;
    } catch (error) {
      close(own);
      throw error;
    }
  };
  /** One that is there still; null where there is none. */
  const standing = (): Own | null => {
    for (;;) {
      const own = idle.pop();
      if (own === undefined) return null;
      try {
        return begun(own);
      } catch {
        // It was lost meanwhile (a server was started again); what is wrong with the store a new one will say.
      }
    }
  };
  const giveBack = (own: Own): void => {
    try {
      own.exec('ROLLBACK');
    } catch {
      // Whatever is wrong with it, its reader was told.
      close(own);
      return;
    }
    if (isOpen) idle.push(own);
    else close(own);
  };
  return {
    open: () => {
      const own = standing() ?? begun(open());
      return { db: own, close: () => giveBack(own) };
    },
    close: () => {
      isOpen = false;
      for (const own of idle.splice(0)) close(own);
    },
  };
}
