/** An error as the service tells it (RFC 9457), or as the network does. */

export interface Told {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly candidates?: readonly string[];
}

export class Problem extends Error {
  override readonly name = "Problem";
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly candidates: readonly string[];

  constructor(told: Told) {
    super(told.detail ?? told.title ?? "The service answered with an error");
    this.type = (told.type ?? "").split("/").pop() ?? "";
    this.status = told.status ?? 0;
    this.title = told.title ?? "Error";
    this.candidates = told.candidates ?? [];
  }
}

/** Return the problem that an unsuccessful answer tells of. */
export async function problemOf(answer: Response): Promise<Problem> {
  if (answer.headers.get("content-type")?.includes("json")) {
    const told: unknown = await answer.json().catch(() => null);
    if (typeof told === "object" && told !== null) return new Problem({ status: answer.status, ...told });
  }
  return new Problem({
    status: answer.status,
    title: answer.statusText,
    detail: `The service answered ${answer.status}`,
  });
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** Return what to tell a person of any error. */
export function toldOf(error: unknown): string {
  if (error instanceof Problem) return error.status ? `${error.title}: ${error.message}` : error.message;
  return error instanceof Error ? error.message : String(error);
}
