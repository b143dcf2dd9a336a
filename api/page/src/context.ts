/** What a tab is given, and what it gives back. */

import type { Api } from "./api.ts";
import type { Place } from "./place.ts";
import type { Router } from "./router.ts";
import type { Session } from "./session.ts";
import type { Settings } from "./shapes.ts";

export interface Context {
  readonly api: Api;
  readonly router: Router;
  readonly session: Session;
  readonly settings: Settings;
  /** Ends when the tab is left: pass it to requests and listeners, and nothing is left behind. */
  readonly signal: AbortSignal;
  /** Say something in passing; errors are read out at once. */
  toast(message: string, tone?: "note" | "error"): void;
  /** Ask for a key; true once there is one that the service takes. */
  signIn(): Promise<boolean>;
}

export interface Tab {
  /** Show a place: once after mounting, then whenever the address changes within the tab. */
  show(place: Place): void;
}

export type Mount = (container: HTMLElement, context: Context) => Tab;
