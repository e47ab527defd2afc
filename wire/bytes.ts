/** Writes numbers one after another; grows as it needs to. */
export type ByteWriter = {
  /** A whole number from 0 to 2^53, in seven bits a byte, the low ones first (LEB128). */
  readonly varint: (value: number) => void;
  /** Many of them: the first byte of each, then the second of those that have one, and so on. */
  readonly varints: (values: ArrayLike<number>) => void;
  /** A whole number of either sign, small ones short (ZigZag). */
  readonly zigzag: (value: number) => void;
  readonly byte: (value: number) => void;
  readonly float64: (value: number) => void;
  readonly finish: () => Uint8Array<ArrayBuffer>;
};

export function createWriter(expected = 1024): ByteWriter {
  let bytes = new Uint8Array(expected);
  let length = 0;

  function reserve(more: number): void {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes);
    bytes = larger;
  }
  function varint(value: number): void {
    reserve(8);
    let rest = value;
    while (rest >= 128) {
      bytes[length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    bytes[length++] = rest;
  }
  return {
    varint,
    varints(values) {
      let rest = Array.from(values);
      while (rest.length > 0) {
        reserve(rest.length);
        const longer: number[] = [];
        for (const value of rest) {
          bytes[length++] = value < 128 ? value : (value % 128) | 128;
          if (value >= 128) longer.push(Math.floor(value / 128));
        }
        rest = longer;
      }
    },
    zigzag: (value) => varint(value < 0 ? -value * 2 - 1 : value * 2),
    byte(value) {
      reserve(1);
      bytes[length++] = value;
    },
    float64(value) {
      reserve(8);
      new DataView(bytes.buffer).setFloat64(length, value, true);
      length += 8;
    },
    finish: () => bytes.slice(0, length),
  };
}

/** Reads what a ByteWriter wrote; throws a RangeError naming `thing` where the bytes end too soon. */
export type ByteReader = {
  readonly varint: () => number;
  /** So many that were written one by one. */
  readonly eachVarint: (size: number) => Float64Array;
  /** So many as were written together. */
  readonly varints: (size: number) => Float64Array;
  readonly zigzag: () => number;
  readonly byte: () => number;
  /** So many as they are, not copied. */
  readonly bytes: (size: number) => Uint8Array;
  readonly float64: () => number;
  /** Throws unless everything was read. */
  readonly end: () => void;
};

export function createReader(bytes: Uint8Array, thing: string): ByteReader {
  let at = 0;

  function byte(): number {
    const value = bytes[at++];
    if (value === undefined) throw tooSoon();
    return value;
  }
  function take(size: number): Uint8Array {
    if (at + size > bytes.length) throw tooSoon();
    at += size;
    return bytes.subarray(at - size, at);
  }
  function tooSoon(): RangeError {
    return new RangeError(`${thing}: the bytes end at ${bytes.length}, too soon.`);
  }
  function varint(): number {
    const first = byte();
    if (first < 128) return first;
    let value = first & 127;
    let scale = 128;
    for (;;) {
      const next = byte();
      value += (next & 127) * scale;
      if (next < 128) return value;
      scale *= 128;
    }
  }
  return {
    varint,
    eachVarint(size) {
      const values = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        // Nearly all are of one byte, for which a call would take longer than the rest.
        const first = bytes[at] as number;
        if (first < 128) at++;
        values[i] = first < 128 ? first : varint();
      }
      return values;
    },
    varints(size) {
      const values = new Float64Array(size);
      // The positions of those that go on.
      const open = new Int32Array(size);
      let count = 0;
      const firsts = take(size);
      for (let i = 0; i < size; i++) {
        const first = firsts[i] as number;
        values[i] = first & 127;
        if (first >= 128) open[count++] = i;
      }
      for (let scale = 128; count > 0; scale *= 128) {
        const left = count;
        const nexts = take(left);
        count = 0;
        for (let i = 0; i < left; i++) {
          const next = nexts[i] as number;
          const position = open[i] as number;
          values[position] = (values[position] as number) + (next & 127) * scale;
          if (next >= 128) open[count++] = position;
        }
      }
      return values;
    },
    zigzag() {
      const value = varint();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    byte,
    bytes: take,
    float64() {
      const { buffer, byteOffset, byteLength } = take(8);
      return new DataView(buffer, byteOffset, byteLength).getFloat64(0, true);
    },
    end() {
      if (at !== bytes.length) throw new RangeError(`${thing}: ${bytes.length - at} bytes are left over.`);
    },
  };
}
