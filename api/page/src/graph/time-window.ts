/** A window over periods: which are within, and what moving it makes of it. Ends are inclusive numbers of periods. */

export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface Period {
  readonly begin: string;
  readonly end: string;
}

/** Return the window that two days make, the whole where they are not told. */
export function windowOf(periods: readonly Period[], since: string | null, until: string | null): Window {
  const last = Math.max(0, periods.length - 1);
  const from = since ? periods.findIndex(({ end }) => end >= since) : 0;
  const to = until ? periods.findLastIndex(({ begin }) => begin <= until) : last;
  return { from: from < 0 ? last : from, to: Math.max(from < 0 ? last : from, to) };
}

export function isWhole({ from, to }: Window, size: number): boolean {
  return from <= 0 && to >= size - 1;
}

/** Move one end or both by some periods; within the bar, and with at least one period left. */
export function shifted(window: Window, part: "from" | "to" | "both", by: number, size: number): Window {
  const { from, to } = window;
  if (part === "from") return { from: between(from + by, 0, to), to };
  if (part === "to") return { from, to: between(to + by, from, size - 1) };
  const step = between(by, -from, size - 1 - to);
  return { from: from + step, to: to + step };
}

/** Return where playing begins: an eighth of the time, one period at least. */
export function beginning(window: Window, size: number): Window {
  if (!isWhole(window, size) && window.to < size - 1) return window;
  const width = isWhole(window, size) ? Math.max(1, Math.round(size / 8)) : window.to - window.from + 1;
  return { from: 0, to: Math.min(size, width) - 1 };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
