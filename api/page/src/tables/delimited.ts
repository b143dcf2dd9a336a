/** Rows as text: separated by tabs for the clipboard, as CSV, as JSON lines. */

export type Cells = readonly (readonly string[])[];

// What a spreadsheet takes for the beginning of a formula, full-width forms too; the service's own files know the same.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Return text that no spreadsheet computes. */
export function safe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** One line a row: what would begin another cell or row becomes a space. */
export function tsv(rows: Cells, excel: boolean): string {
  const cell = (text: string): string => (excel ? safe(text) : text).replace(/[\t\r\n\u2028\u2029]+/g, " ");
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}

/** After RFC 4180; for Excel with a mark of UTF-8 first. */
export function csv(rows: Cells, excel: boolean): string {
  const cell = (text: string): string => {
    const told = excel ? safe(text) : text;
    return /[",\r\n]/.test(told) ? `"${told.replaceAll('"', '""')}"` : told;
  };
  return (excel ? "\ufeff" : "") + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export async function copy(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Browsers keep the clipboard from pages that do not come by https or from this machine.
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("This browser does not let the page copy");
}
