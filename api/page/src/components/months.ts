/** Months as a filter: a month is its first day to its last. */

const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

export function monthTold(value: string): string {
  const first = new Date(`${value}-01T00:00:00Z`);
  return Number.isNaN(first.valueOf()) ? value : MONTH.format(first);
}

export function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${String(last).padStart(2, "0")}`;
}

export function isMonth(since: string, until: string): boolean {
  return /^\d{4}-\d{2}-01$/.test(since) && until === lastDay(since.slice(0, 7));
}
