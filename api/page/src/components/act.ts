/** A chip for an act, in the tone of its family. */

import { h } from "../dom.ts";

export function actChip(act: string, told: string = act): HTMLElement {
  return h("span", { class: `act a-${act}` }, told);
}
