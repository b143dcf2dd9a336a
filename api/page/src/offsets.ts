/** The service counts code points, JavaScript UTF-16 units: an emoji is one of the former, two of the latter. */

export class Offsets {
  readonly #text: string;
  // The unit at which each code point begins, and the text's length; null where the two counts are the same.
  readonly #units: Uint32Array | null;

  constructor(text: string) {
    this.#text = text;
    this.#units = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? beginnings(text) : null;
  }

  /** Return the length in code points. */
  get length(): number {
    return this.#units ? this.#units.length - 1 : this.#text.length;
  }

  /** Return the unit of a code point; beyond the text's ends that is the end. */
  unit(codePoint: number): number {
    const within = Math.max(0, Math.min(codePoint, this.length));
    return this.#units ? (this.#units[within] ?? this.#text.length) : within;
  }

  /** Return the code point at a unit. */
  codePoint(unit: number): number {
    const within = Math.max(0, Math.min(unit, this.#text.length));
    if (!this.#units) return within;
    let [low, high] = [0, this.#units.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#units[middle] ?? 0) <= within) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice(start: number, end: number): string {
    return this.#text.slice(this.unit(start), this.unit(end));
  }
}

function beginnings(text: string): Uint32Array {
  const found = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1) {
    found[count++] = unit;
  }
  found[count] = text.length;
  return found.slice(0, count + 1);
}
