/** Addresses that others wrote. */

/** Return an address that may be clicked: http or https; null for any other, such as one that would run a script. */
export function webAddress(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
