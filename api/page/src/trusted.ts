/** The page's one policy of trusted types: addresses of its own workers. Nothing makes trusted HTML or scripts. */

interface Policy {
  createScriptURL(address: string): unknown;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy;
}

let policy: Policy | null = null;

/** Return the address of a worker of the page; throws for one of another host. */
export function workerAddress(address: string): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (!factory) return own(address);
  policy ??= factory.createPolicy("sayso", { createScriptURL: own });
  return policy.createScriptURL(address) as string;
}

function own(address: string): string {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError(`${url.origin} is another host`);
  return url.href;
}
