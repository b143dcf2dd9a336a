/** A confusion table: how often one coder's value met another's. */

export interface Confusion {
  readonly one: string;
  readonly other: string;
  readonly units: number;
}

export interface Matrix {
  /** The values of rows and columns alike, the most frequent first. */
  readonly values: readonly string[];
  readonly counts: readonly (readonly number[])[];
  /** How many units have a value that is not among them. */
  readonly left: number;
}

const MOST = 14;

export function matrixOf(pairs: readonly Confusion[], most = MOST): Matrix {
  const weights = new Map<string, number>();
  for (const { one, other, units } of pairs) {
    for (const value of [one, other]) weights.set(value, (weights.get(value) ?? 0) + units);
  }
  const ordered = [...weights].toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b));
  const values = ordered.slice(0, most).map(([value]) => value);
  const at = new Map(values.map((value, index) => [value, index]));
  const counts = values.map(() => values.map(() => 0));
  let left = 0;
  for (const { one, other, units } of pairs) {
    const row = counts[at.get(one) ?? -1];
    const column = at.get(other);
    if (row && column !== undefined) row[column] = (row[column] ?? 0) + units;
    else left += units;
  }
  return { values, counts, left };
}
