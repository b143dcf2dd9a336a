/** What can be taken away: the picture as PNG and SVG, the network as files of other tools, Gephi Lite. */

import type { Api } from "../api.ts";
import type { Context } from "../context.ts";
import { fill, h } from "../dom.ts";
import { palette } from "../palette.ts";
import type { Values } from "../place.ts";
import { toldOf } from "../problem.ts";
import { save } from "../save.ts";
import { pngFile, svgFile } from "./downloads.ts";
import type { Network } from "./network.ts";
import { type Picture, picture, type Scenery } from "./picture.ts";
import { FIRST_LINKS, type Wanted } from "./steps.ts";
import { fileName } from "./titles.ts";

const GEPHI_LITE = "https://gephi.org/gephi-lite/";
const FORMATS = {
  gexf: "Gephi (GEXF)",
  graphml: "GraphML",
  cyjs: "Cytoscape",
  graphology: "graphology",
  dot: "Graphviz",
};

export interface FilesOptions {
  /** What is drawn, but for colours; actors have places only where a picture is shown. */
  readonly scenery: () => Omit<Scenery, "colours">;
}

export class Files {
  readonly element: HTMLElement;
  readonly #list = h("ul", { class: "plain-list" });

  constructor(context: Context, options: FilesOptions) {
    const dark = h("input", { type: "checkbox" });
    const button = (label: string, make: (drawn: Picture) => Promise<Blob> | Blob, ending: string): HTMLElement => {
      const draw = (): Promise<void> => {
        const scenery = options.scenery();
        // Papers and slides are white, whatever this window is.
        const drawn = picture({ ...scenery, colours: palette(dark.checked ? "dark" : "light") });
        const day = new Date().toISOString().slice(0, 10);
        return give(context, () => make(drawn), `${fileName(scenery.told.title, day)}.${ending}`);
      };
      return h("button", { type: "button", onclick: draw }, label);
    };
    this.element = h(
      "details",
      { class: "files" },
      h("summary", {}, "Download"),
      h(
        "div",
        { class: "menu" },
        button("Picture as PNG", pngFile, "png"),
        button("Picture as SVG", svgFile, "svg"),
        h("label", { class: "check" }, dark, " in dark colours"),
        this.#list,
      ),
    );
  }

  /** Offer what is shown. */
  show(api: Api, network: Network, wanted: Wanted, filters: Values): void {
    const params = shownParams(network, wanted, filters);
    const file = (ending: string, more: Values = {}): string =>
      api.address(`subgraph.${ending}`, { ...params, ...more });
    // The ending stands at the very end too, where Gephi Lite looks for it.
    const remote = `${file("gexf", { aggregate: "true" })}#sayso.gexf`;
    const gephi = `${GEPHI_LITE}?${new URLSearchParams({ file: remote })}`;
    fill(
      this.#list,
      Object.entries(FORMATS).map(([name, label]) =>
        h("li", {}, h("a", { href: file(name), download: `sayso.${name === "graphology" ? "json" : name}` }, label)),
      ),
      h("li", {}, h("a", { href: gephi, target: "_blank", rel: "noopener noreferrer" }, "Open in Gephi Lite")),
      h(
        "li",
        { class: "hint" },
        "Gephi Lite is a page of another host: it can read this service only where SAYSO_CORS_ORIGINS names https://gephi.org. Else download GEXF and open it there.",
      ),
    );
  }
}

// The ties among the actors that are shown, or what the picture began with.
function shownParams(network: Network, wanted: Wanted, filters: Values): Values {
  const whole =
    wanted.top !== null && !wanted.added.length && !wanted.opens.length && !wanted.paths.length && !wanted.hidden.size;
  if (whole) return { kinds: "speaks-of", size: wanted.top ?? FIRST_LINKS, aggregate: "true", ...filters };
  return { actor: [...network.nodes.keys()], depth: 0, kinds: "speaks-of", size: 20_000, ...filters };
}

async function give(context: Context, make: () => Promise<Blob> | Blob, file: string): Promise<void> {
  try {
    save(await make(), file);
  } catch (error) {
    context.toast(toldOf(error), "error");
  }
}
