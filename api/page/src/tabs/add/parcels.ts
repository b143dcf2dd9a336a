/** Parcels: one article each, as it is sent; out of pasted text and out of files. */

import type { Values } from "../../place.ts";

export interface Parcel {
  readonly label: string;
  readonly type: string;
  readonly body: BodyInit;
  readonly params: Values;
}

const TYPES: Readonly<Record<string, string>> = {
  txt: "text/plain",
  text: "text/plain",
  md: "text/plain",
  html: "text/html",
  htm: "text/html",
  xhtml: "application/xhtml+xml",
  json: "application/json",
  jsonl: "application/json",
  ndjson: "application/json",
};
const KNOWN = [...Object.keys(TYPES)].map((ending) => `.${ending}`);

/** What a file may be called, for the box that chooses files. */
export const ACCEPTED = KNOWN.join(",");

/** Return the parcels of a file: one, or one for each record of a JSON file with several. Throws RangeError. */
export async function parcelsOf(file: File): Promise<Parcel[]> {
  const [, stem = file.name, ending = ""] = /^(.+?)(?:\.([^.]*))?$/.exec(file.name) ?? [];
  const type = TYPES[ending.toLowerCase()];
  if (type === undefined) throw new RangeError(`Files of this kind are not read here; there are ${KNOWN.join(", ")}`);
  if (type !== "application/json") {
    // The identifier is the file's name, as with “sayso load”; a web page may tell its own.
    const params = type === "text/plain" ? { id: stem, origin: file.name } : { origin: file.name };
    return [{ label: file.name, type, body: file, params }];
  }
  const found = records(await file.text(), /l|nd/.test(ending.toLowerCase().replace("json", "")));
  if (!found.length) throw new RangeError("There is no article in this file");
  return found.map((record, index) => {
    const several = found.length > 1;
    const own = typeof record === "object" && record !== null && ("id" in record || "url" in record);
    const id = own ? null : several ? `${stem}-${index + 1}` : stem;
    return {
      label: several ? `${file.name}, record ${index + 1}` : file.name,
      type,
      body: JSON.stringify(record),
      params: { id, origin: several ? `${file.name}:${index + 1}` : file.name },
    };
  });
}

function records(text: string, lines: boolean): unknown[] {
  const parts = lines ? text.split(/\r?\n/).filter((line) => line.trim()) : [text];
  return parts.flatMap((part, index): unknown[] => {
    try {
      const read: unknown = JSON.parse(part.replace(/^\ufeff/, ""));
      return Array.isArray(read) ? read : [read];
    } catch {
      throw new RangeError(lines ? `Line ${index + 1} is not JSON` : "This is not JSON");
    }
  });
}
