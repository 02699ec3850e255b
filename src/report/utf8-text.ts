/** Characters, or bytes, from which a function of Node is quicker than a loop, for all that it takes to call it. */
const LONG = 48;
/** Bytes a UTF-16 unit takes at most. */
const MOST = 3;

const ZERO = 0x30;
/** Of the largest whole number that is exact. */
const DIGITS = 16;

/** Text that is put together as UTF-8, in one buffer that is used again. */
export class Utf8Text {
  bytes: Buffer;
  length = 0;

  constructor(room = 4096) {
    this.bytes = Buffer.allocUnsafe(room);
  }

  /** Makes room for so many bytes more. */
  ensure(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  /** Adds a text; half a surrogate pair as U+FFFD, as every encoder of UTF-8 writes it. */
  add(text: string): void {
    this.ensure(text.length * MOST);
    if (text.length >= LONG) {
      this.length += this.bytes.write(text, this.length);
      return;
    }
    const { bytes } = this;
    let at = this.length;
    for (let n = 0; n < text.length; n++) {
      const unit = text.charCodeAt(n);
      if (unit < 0x80) bytes[at++] = unit;
      else if (unit >= 0xd800 && unit < 0xe000) {
        this.length += bytes.write(text, this.length);
        return;
      } else {
        if (unit < 0x800) bytes[at++] = 0xc0 | (unit >> 6);
        else {
          bytes[at++] = 0xe0 | (unit >> 12);
          bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        }
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    this.length = at;
  }

  /** Adds a number as `String` writes it; a whole one digit by digit, in a fraction of the time where it is long. */
  addNumber(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) {
      this.add(String(value));
      return;
    }
    this.ensure(DIGITS);
    let rest = value;
    let digits = 1;
    for (let more = 10; more <= value; more *= 10) digits += 1;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const tenth = Math.floor(rest / 10);
      this.bytes[at] = ZERO + (rest - tenth * 10);
      rest = tenth;
    }
    this.length += digits;
  }

  addByte(byte: number): void {
    this.ensure(1);
    this.bytes[this.length++] = byte;
  }

  /** Adds bytes of a text that is UTF-8 already. */
  addBytes(from: Uint8Array, start = 0, end = from.length): void {
    this.ensure(end - start);
    const { bytes } = this;
    let at = this.length;
    if (end - start >= LONG) bytes.set(from.subarray(start, end), at);
    else for (let n = start; n < end; n++) bytes[at++] = from[n] as number;
    this.length += end - start;
  }

  /** The bytes so far, as a copy that stays; what follows begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }
}
