import "../styles/answers.css";
import { kindSign } from "../components/actor.ts";
import { actorSearch } from "../components/actor-search.ts";
import { Facets, facetBox } from "../components/facets.ts";
import { problemPanel } from "../components/problem.ts";
import { clip, name, plain } from "../components/text.ts";
import type { Context, Mount, Tab } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import { href, type Place, type Values } from "../place.ts";
import { isAbort } from "../problem.ts";
import type { Actor } from "../shapes.ts";
import { mergeForm } from "./actor/merge.ts";
import { offices } from "./actor/offices.ts";
import { partners } from "./actor/partners.ts";
import { sparkline } from "./actor/sparkline.ts";
import { statementList } from "./actor/statement-list.ts";

type Role = "speaker" | "subject";

const FILTERS = ["act", "form", "status", "stance", "words", "source", "since", "until", "confidence"] as const;

export const mount: Mount = (container, context) => new ActorTab(container, context);

class ActorTab implements Tab {
  readonly #container: Element;
  readonly #context: Context;
  #shown = "";
  #view: { readonly show: (params: URLSearchParams) => void } | null = null;
  #closing = new AbortController();

  constructor(container: Element, context: Context) {
    this.#container = container;
    this.#context = context;
  }

  show({ params }: Place): void {
    const [id, role] = [params.get("id") ?? "", roleOf(params)];
    if (this.#shown === `${role} ${id}`) {
      this.#view?.show(params);
      return;
    }
    this.#shown = `${role} ${id}`;
    this.#view = null;
    this.#closing.abort();
    this.#closing = new AbortController();
    const signal = AbortSignal.any([this.#closing.signal, this.#context.signal]);
    if (id) void this.#open(id, role, { ...this.#context, signal });
    else fill(this.#container, h("h1", {}, "Actor"), this.#find());
  }

  async #open(id: string, role: Role, context: Context): Promise<void> {
    const { api, router, signal } = context;
    fill(this.#container, h("p", { class: "loading" }, "Loading…"));
    try {
      const actor = await api.actor(id, signal);
      document.title = `${plain(clip(actor.name))} · SaySo`;
      const merged = (id: string): void => {
        this.#shown = "";
        if (router.place.params.get("id") === id) this.show(router.place);
        else router.set({ id }, { replace: true });
      };
      this.#view = actorView(this.#container, actor, role, context, merged);
      this.#view.show(router.place.params);
    } catch (error) {
      if (isAbort(error)) return;
      const again = (): void => {
        this.#shown = "";
        this.show(router.place);
      };
      fill(this.#container, problemPanel(error, again), this.#find());
    }
  }

  #find(): HTMLElement {
    const { api, router, signal } = this.#context;
    const pick = ({ id }: { id: string }): void => router.set({ id });
    return actorSearch(api, { label: "Find an actor", placeholder: "Find an actor…", pick, signal }).element;
  }
}

function actorView(
  container: Element,
  actor: Actor,
  role: Role,
  context: Context,
  merged: (id: string) => void,
): { show: (params: URLSearchParams) => void } {
  const { router } = context;
  const key = role === "speaker" ? "by" : "about";
  const other = role === "speaker" ? { about: "About" } : { by: "Speaker" };
  const params = (params: URLSearchParams): Values => ({
    ...Object.fromEntries([...FILTERS, ...Object.keys(other)].map((name) => [name, params.getAll(name)])),
    [key]: actor.id,
  });
  const facets = new Facets(context, {
    listing: "statements",
    of: { act: "Act", ...other, topic: "Topic", stance: "Stance", source: "Source", status: "Status" },
    fixed: new Set([key]),
    params,
  });
  const spark = h("div", { class: "spark" });
  const list = h("div");
  const views = h("nav", { class: "buttons", "aria-label": "The same elsewhere" });
  fill(
    container,
    head(actor, context, merged),
    roles(actor, role, router.place.params),
    spark,
    h(
      "div",
      { class: "faceted" },
      facetBox(facets),
      h("div", { class: "said" }, views, facets.chips, list),
      h("aside", { class: "beside" }, partners(actor), offices(actor)),
    ),
  );
  let asked = "";
  return {
    show(place): void {
      facets.show(place);
      const given = params(place);
      if (asked === JSON.stringify(given)) return;
      asked = JSON.stringify(given);
      fill(views, ...elsewhere(actor, given));
      sparkline(spark, context, given, actor.name);
      fill(list, statementList(context, given));
    },
  };
}

function roleOf(params: URLSearchParams): Role {
  return params.get("as") === "subject" ? "subject" : "speaker";
}

function head(actor: Actor, context: Context, merged: (id: string) => void): Child {
  const others = actor.names.filter((other) => other !== actor.name);
  const beside = actorSearch(context.api, {
    label: `${actor.name} beside another actor`,
    placeholder: "Side by side with…",
    pick: ({ id }) => context.router.go("between", { a: actor.id, b: id }),
    signal: context.signal,
  });
  return h(
    "header",
    { class: "actor-head" },
    h("h1", {}, kindSign(actor.kind), name(actor.name)),
    others.length > 0 &&
      h(
        "p",
        { class: "quiet" },
        "also: ",
        others.slice(0, 8).flatMap((one, index) => [index > 0 && ", ", name(one)]),
      ),
    h("div", { class: "actor-tools" }, beside.element, context.settings.writable && mergeForm(actor, context, merged)),
  );
}

function roles(actor: Actor, on: Role, params: URLSearchParams): HTMLElement {
  const link = (role: Role, label: string, count: number): HTMLElement =>
    h(
      "a",
      {
        href: href("actor", { id: actor.id, as: role === "subject" ? role : null, status: params.get("status") }),
        "aria-current": role === on ? "true" : null,
      },
      `${label} (${count.toLocaleString("en")})`,
    );
  return h(
    "nav",
    { class: "roles", "aria-label": "Statements by it, and about it" },
    link("speaker", "Says", actor.statements),
    link("subject", "Is spoken of", actor.about),
    h("span", { class: "quiet" }, `named ${actor.mentions.toLocaleString("en")} times`),
  );
}

function elsewhere(actor: Actor, given: Values): Child[] {
  const link = (label: string, address: string): HTMLElement => h("a", { class: "button", href: address }, label);
  const acts = Array.isArray(given.act) ? given.act.join(",") : given.act;
  return [
    link("As a table", href("tables", given)),
    link("As a timeline", href("timeline", { ...given, act: acts })),
    link("As a graph", href("graph", { actor: actor.id, at: actor.id })),
  ];
}
