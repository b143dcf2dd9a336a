/** The networks tab: who agrees with whom, as a picture, a matrix, a list, and as files of other tools. */

import { kindSign } from "../components/actor.ts";
import { problemPanel } from "../components/problem.ts";
import { clip, name, plain } from "../components/text.ts";
import { Working } from "../components/working.ts";
import type { Context, Tab } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { communitiesOf } from "../graph/communities.ts";
import { legend } from "../graph/legend.ts";
import { signOf } from "../graph/network.ts";
import { Stage } from "../graph/stage.ts";
import { TimeBar } from "../graph/time-bar.ts";
import { toldActor } from "../graph/told-actor.ts";
import { TINTS, type Tint } from "../palette.ts";
import type { Place } from "../place.ts";
import { isAbort, Problem } from "../problem.ts";
import { backbone } from "./backbone.ts";
import { askedOf, isTwoMode, toldChoice } from "./choices.ts";
import { type Controls, controls, viewOf } from "./controls.ts";
import { files } from "./files.ts";
import { type Discourse, discourse, type Weighed } from "./load.ts";
import { matrix, weightTold } from "./matrix.ts";
import { panel } from "./panel.ts";
import { Series } from "./series.ts";

const LISTED = 200;
const SIGNS = { none: "no side", for: "agreement, or for", against: "disagreement, or against", both: "both" };
const SIZES =
  "The larger, the more positions; the thicker, the more weight. Colours are groups (Louvain); the second of two variables is grey.";

export class NetworksView implements Tab {
  readonly #context: Context;
  readonly #root: HTMLElement;
  readonly #controls: Controls;
  readonly #stage: Stage;
  readonly #time: TimeBar;
  readonly #series: Series;
  readonly #working = new Working();
  readonly #status = h("p", { class: "quiet", role: "status" });
  readonly #main = h("div", { class: "network-main" });
  readonly #side = h("div", { class: "network-side" });
  readonly #legend = legend(SIGNS, SIZES);
  readonly #files = h("div", { class: "network-files" });
  #asked = "";
  #asking = new AbortController();
  #telling = new AbortController();
  #found: Discourse | null = null;
  #shown: { from: Discourse; alpha: number; network: Discourse } | null = null;

  constructor(root: HTMLElement, context: Context) {
    this.#root = root;
    this.#context = context;
    this.#controls = controls(context);
    this.#stage = new Stage(this.#events(), this.#keys(), context.signal);
    this.#time = new TimeBar(context, {
      narrow: (days) => context.router.set({ ...days, nth: null }, { replace: true }),
      busy: () => root.classList.contains("busy"),
    });
    this.#series = new Series(context, () => root.classList.contains("busy"));
    const hint =
      "Who takes the same side on the same matters, or the other side. A position is a stance for or against something that its holder expresses.";
    fill(
      root,
      h("h1", {}, "Networks"),
      h("p", { class: "hint" }, hint),
      this.#controls.element,
      this.#status,
      this.#working.element,
      h("div", { class: "network-split" }, this.#main, this.#side),
      this.#legend,
      this.#time.element,
      this.#series.element,
      this.#files,
    );
  }

  show({ params }: Place): void {
    this.#controls.show(params);
    this.#series.show(params);
    void this.#time.show(params);
    const asked = askedOf(params);
    const key = JSON.stringify(asked);
    fill(this.#files, files(this.#context.api, asked));
    if (key === this.#asked || params.get("view") === "matters") this.#draw(params.get("view") === "matters");
    else void this.#ask(key);
  }

  async #ask(key: string): Promise<void> {
    this.#asked = key;
    this.#asking.abort();
    this.#asking = new AbortController();
    const signal = AbortSignal.any([this.#asking.signal, this.#context.signal]);
    this.#root.classList.add("busy");
    this.#working.begin("Computing…");
    const { api, settings, router } = this.#context;
    try {
      this.#found = await discourse(api, settings.base, askedOf(router.place.params), signal);
      this.#draw();
    } catch (error) {
      if (isAbort(error)) return;
      this.#asked = "";
      this.#found = null;
      this.#status.textContent = "";
      this.#legend.hidden = true;
      this.#series.tell(router.place.params, "", 0);
      // All else that is asked for is offered by the page: what does not fit is the window.
      const none = error instanceof Problem && error.type === "usage" && router.place.params.has("window");
      fill(
        this.#main,
        none
          ? h("p", { class: "empty" }, "There is no such window: nothing that counts here has a day in it.")
          : problemPanel(error, () => this.show(router.place)),
      );
    }
    this.#root.classList.remove("busy");
    this.#working.end();
  }

  #draw(grouping = false): void {
    this.#root.classList.toggle("grouping", grouping);
    if (grouping) {
      this.#legend.hidden = true;
      document.title = "Group matters · Networks · SaySo";
      if (!this.#main.querySelector(".matters-board")) {
        this.#working.begin();
        void import("./matters.ts").then(({ board }) => {
          this.#working.end();
          board(this.#main, this.#context, () => this.#regrouped());
        });
      }
      return;
    }
    const found = this.#found;
    if (!found) return;
    const { params } = this.#context.router.place;
    const network = this.#thinned(found, Number(params.get("backbone") ?? 1) || 1);
    const [one, two] = [params.get("at"), params.get("tie")];
    const view = viewOf(params);
    const bound = network.ties.size;
    this.#legend.hidden = view !== "picture" || !bound;
    const cut = found.shown < found.total ? ` (the strongest ${found.shown} of ${found.total})` : "";
    const kept = bound < found.ties.size ? `, ${bound} of them in the backbone` : "";
    this.#series.tell(params, found.window, found.windows);
    const tied = new Set([...found.ties.values()].flatMap(({ source, target }) => [source, target])).size;
    const alone = found.nodes.size - tied;
    const besides = alone ? ` ${alone} more without a tie.` : "";
    const nodes = tied === 1 ? "1 node" : `${tied} nodes`;
    const ties = found.ties.size === 1 ? "1 tie" : `${found.ties.size} ties`;
    this.#status.textContent = `${nodes}, ${ties}${cut}${kept}.${besides}`;
    document.title = `${toldChoice(params)} · Networks · SaySo`;
    const link = (key: string): string => this.#context.router.link({ tie: key, at: null });
    if (!bound)
      fill(this.#main, h("p", { class: "empty" }, "No two are tied here: choose another network or more time."));
    else if (view === "matrix") fill(this.#main, matrix(network, isTwoMode(params.get("kind") ?? ""), link));
    else if (view === "list") fill(this.#main, this.#list(network, link));
    else {
      if (this.#stage.element.parentElement !== this.#main) fill(this.#main, this.#stage.element);
      const arrangement = { pins: new Map(), told: () => null, tint: this.#tint(network) };
      this.#stage.show(network, arrangement, { actor: one, tie: two });
    }
    this.#stage.select({ actor: one, tie: two }, 0);
    this.#tell(network, one, two);
  }

  // What is one matter now ties others: the network is asked for again once it is looked at.
  #regrouped(): void {
    this.#asked = "";
  }

  #thinned(found: Discourse, alpha: number): Discourse {
    if (this.#shown?.from === found && this.#shown.alpha === alpha) return this.#shown.network;
    const ties = new Map(backbone([...found.ties.values()], alpha).map((tie) => [tie.key, tie]));
    const ends = new Set([...ties.values()].flatMap(({ source, target }) => [source, target]));
    const nodes = new Map([...found.nodes].filter(([id]) => ends.has(id)));
    const network = { ...found, nodes, ties };
    this.#shown = { from: found, alpha, network };
    return network;
  }

  // The second mode has a colour of its own; all others have that of their group.
  #tint(network: Discourse): (id: string) => Tint | null {
    const groups = communitiesOf(network);
    return (id) => (network.isSecond(id) ? "community-8" : (TINTS[Math.min(groups.get(id) ?? 7, 6)] ?? null));
  }

  #list(network: Discourse, link: (key: string) => string): HTMLElement {
    const ordered = [...network.ties.values()].toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
    const nameOf = (id: string): Child => {
      const node = network.nodes.get(id);
      return node ? [!node.what && kindSign(node.kind), name(node.name)] : id;
    };
    const row = (tie: Weighed): Child =>
      h(
        "tr",
        {},
        h(
          "td",
          {},
          h("a", { href: link(tie.key), class: `tie s-${signOf(tie)}` }, nameOf(tie.source), " – ", nameOf(tie.target)),
        ),
        h("td", { class: "number" }, weightTold(tie.weight)),
        h("td", {}, name(tie.about, "")),
      );
    const heads = ["Between", "Weight", "On"].map((head, index) =>
      h("th", { scope: "col", class: index === 1 ? "number" : null }, head),
    );
    return h(
      "div",
      { class: "network-list" },
      h("table", {}, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, ordered.slice(0, LISTED).map(row))),
      ordered.length > LISTED &&
        h("p", { class: "quiet" }, `The strongest ${LISTED} of ${ordered.length}; the files hold all.`),
    );
  }

  #tell(network: Discourse, actor: string | null, key: string | null): void {
    this.#telling.abort();
    this.#telling = new AbortController();
    const { router, signal } = this.#context;
    const tie = network.ties.get(key ?? "");
    const shut = h("a", { class: "shut", href: router.link({ at: null, tie: null }), "aria-label": "Close" }, "×");
    const node = network.nodes.get(actor ?? "");
    this.#root.classList.toggle("telling", Boolean(tie ?? node));
    if (tie)
      fill(this.#side, shut, panel(this.#context, network, tie, AbortSignal.any([this.#telling.signal, signal])));
    else if (node && actor !== null) fill(this.#side, shut, this.#of(network, actor));
    else fill(this.#side);
  }

  #of(network: Discourse, id: string): Child {
    const ties = [...network.ties.values()].filter(({ source, target }) => source === id || target === id);
    const other = ({ source, target }: Weighed): string =>
      network.nodes.get(source === id ? target : source)?.name ?? "";
    const rows = ties
      .toSorted((one, two) => Math.abs(two.weight) - Math.abs(one.weight))
      .map((tie) =>
        h(
          "li",
          {},
          h(
            "a",
            { href: this.#context.router.link({ tie: tie.key, at: null }), class: `tie s-${signOf(tie)}` },
            name(other(tie)),
          ),
          h("span", { class: "quiet" }, ` ${weightTold(tie.weight)}`),
        ),
      );
    return [h("h2", {}, name(network.nodes.get(id)?.name)), h("ul", { class: "plain-list" }, rows)];
  }

  #events() {
    const { router } = this.#context;
    const chosen = (): boolean => router.place.params.has("at") || router.place.params.has("tie");
    return {
      selectActor: (id: string) => router.set({ at: id, tie: null }, { replace: chosen() }),
      selectTie: (key: string) => router.set({ tie: key, at: null }, { replace: chosen() }),
      selectNothing: () => (chosen() ? router.set({ at: null, tie: null }) : undefined),
      openActor: () => undefined,
      pin: () => undefined,
      layout: (running: boolean) => {
        this.#root.toggleAttribute("data-moving", running);
      },
    };
  }

  #keys() {
    const { router } = this.#context;
    const nothing = (): void => undefined;
    return {
      spots: () => this.#stage.scene?.spots() ?? new Map(),
      selected: () => router.place.params.get("at"),
      select: (id: string | null) => {
        router.set({ at: id, tie: null }, { replace: true });
        if (this.#found && id) this.#stage.say(plain(clip(toldActor(this.#found, id))));
      },
      open: nothing,
      hide: nothing,
      pin: nothing,
      undo: nothing,
      zoom: (by: number) => this.#stage.scene?.zoom(by),
      fit: () => this.#stage.scene?.fit(),
    };
  }
}
