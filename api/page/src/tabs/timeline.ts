import "../styles/answers.css";
import "../styles/tables.css";
import "../styles/timeline.css";
import { kindSign } from "../components/actor.ts";
import { Facets, facetBox } from "../components/facets.ts";
import { problemPanel } from "../components/problem.ts";
import { name } from "../components/text.ts";
import type { Context, Mount, Tab } from "../context.ts";
import { type Child, fill, h } from "../dom.ts";
import type { Place, Values } from "../place.ts";
import { isAbort } from "../problem.ts";
import { type FilterForm, filterForm, filtersIn } from "../tables/filter-form.ts";
import { chart } from "../timeline/chart.ts";
import { figures } from "../timeline/figures.ts";
import { Legend } from "../timeline/legend.ts";
import { type Chosen, countOf, type Series, type Span, type Timeline } from "../timeline/shapes.ts";
import { statements } from "../timeline/statements.ts";

const MOST_ACTORS = 8;
const NARROWEST = 240;
const FILTERED = {
  actors: { by: "Speakers", about: "About" },
  filters: ["form", "status", "stance", "words", "since", "until", "source", "confidence", "period"],
  most: MOST_ACTORS,
};

export const mount: Mount = (container, context) => new TimelineTab(container, context);

class TimelineTab implements Tab {
  readonly #context: Context;
  readonly #filters: FilterForm;
  readonly #legend: Legend;
  readonly #facets: Facets;
  readonly #status = h("p", { class: "quiet", role: "status" });
  readonly #charts = h("div", { class: "charts" });
  readonly #bar = h("div");
  #asking = new AbortController();
  #listing = new AbortController();
  #asked = "";
  #drawn = "";
  #listed = "";
  #found: Timeline | null = null;

  constructor(container: Element, context: Context) {
    this.#context = context;
    this.#filters = filterForm(context, FILTERED);
    this.#legend = new Legend((acts) => context.router.set({ act: acts.join(","), at: null, of: null }));
    this.#facets = new Facets(context, {
      listing: "statements",
      of: { by: "Speaker", about: "About", stance: "Stance", source: "Source", month: "Month", status: "Status" },
      params: (params) => {
        const { period: _, ...told } = this.#params(params);
        return { ...told, act: params.get("act") };
      },
      joined: new Set(["act"]),
      begin: { at: null, of: null },
    });
    // On a phone they would stand where the picture should.
    const open = !matchMedia("(max-width: 48rem)").matches;
    fill(
      container,
      h("h1", {}, "Timeline"),
      h("p", { class: "quiet" }, "Statements over time: by the day of saying where it is known, else of publication."),
      h("details", { class: "narrowing", open }, h("summary", {}, "Filters"), this.#filters.element),
      h(
        "div",
        { class: "faceted" },
        facetBox(this.#facets),
        h("div", {}, this.#facets.chips, this.#legend.element, this.#status, this.#charts, this.#bar),
      ),
    );
    const resized = new ResizeObserver(() => this.#draw());
    resized.observe(this.#charts);
    context.signal.addEventListener("abort", () => resized.disconnect());
  }

  show({ params }: Place): void {
    this.#filters.show(params);
    this.#facets.show(params);
    const asked = JSON.stringify(this.#params(params));
    if (asked === this.#asked) {
      this.#draw();
      this.#list();
    } else {
      this.#asked = asked;
      void this.#ask(params);
    }
  }

  #params(params: URLSearchParams): Values {
    return filtersIn(params, FILTERED);
  }

  get #chosen(): Chosen {
    const told = this.#context.router.place.params.get("act") ?? "";
    return new Set(told.split(",").filter((act) => act));
  }

  async #ask(params: URLSearchParams): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const signal = AbortSignal.any([this.#asking.signal, this.#context.signal]);
    this.#status.textContent = "Counting…";
    this.#status.classList.add("loading");
    try {
      const found = await this.#context.api.json<Timeline>("timeline", { params: this.#params(params), signal });
      if (signal.aborted) return;
      this.#found = found;
      this.#drawn = "";
      this.#listed = "";
      this.#draw();
      this.#list();
    } catch (error) {
      if (isAbort(error)) return;
      this.#found = null;
      this.#status.textContent = "";
      fill(this.#bar);
      fill(
        this.#charts,
        problemPanel(error, () => this.#ask(params)),
      );
    } finally {
      if (!signal.aborted) this.#status.classList.remove("loading");
    }
  }

  #draw(): void {
    const found = this.#found;
    if (!found) return;
    const { params } = this.#context.router.place;
    const chosen = this.#chosen;
    const width = Math.max(NARROWEST, Math.floor(this.#charts.clientWidth));
    const drawn = [width, [...chosen].join(), params.get("at"), params.get("of")].join(" ");
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#legend.show(found, chosen);
    this.#tell(found, chosen);
    const counts = found.series.flatMap(({ periods }) => periods.map(({ acts }) => countOf(acts, chosen)));
    const highest = counts.reduce((most, count) => Math.max(most, count), 0);
    const opened = this.#charts.querySelector("details[open]") !== null;
    const kept = document.activeElement instanceof SVGElement ? document.activeElement.dataset.begin : undefined;
    fill(
      this.#charts,
      found.series.map((series) => this.#chartOf(found, series, chosen, width, highest, opened)),
    );
    // A chart is drawn anew when a bar is chosen: who came with the keyboard stays where they were.
    if (kept)
      this.#charts.querySelector<SVGElement>(`[aria-pressed="true"][data-begin="${CSS.escape(kept)}"]`)?.focus();
  }

  #tell({ series, period, first, last }: Timeline, chosen: Chosen): void {
    const shown = series.reduce((sum, { acts }) => sum + countOf(acts, chosen), 0);
    const undated = series.reduce((sum, { undated }) => sum + countOf(undated.acts, chosen), 0);
    const when = first && last ? `, ${first} to ${last}, by ${period}` : "";
    const missing = undated ? ` ${undated.toLocaleString("en")} more have no date and are not shown.` : "";
    this.#status.textContent = `${shown.toLocaleString("en")} statements${when}.${missing}`;
  }

  #chartOf(found: Timeline, series: Series, chosen: Chosen, width: number, highest: number, opened: boolean): Child {
    const { params } = this.#context.router.place;
    const { period } = found;
    const id = series.actor?.id ?? null;
    const count = countOf(series.acts, chosen);
    const undated = countOf(series.undated.acts, chosen);
    const label = `Statements ${series.actor ? `by ${series.actor.name}` : "by everybody"}`;
    const select = (span: Span): void => this.#context.router.set({ at: span.begin, of: id });
    const selected = params.get("of") === id ? params.get("at") : null;
    const table = figures(series, period, chosen, `${label}, by ${period}`, select);
    table.toggleAttribute("open", opened);
    return h(
      "figure",
      {},
      h(
        "figcaption",
        {},
        series.actor ? [kindSign(series.actor.kind), name(series.actor.name)] : "Everybody",
        h("span", { class: "quiet" }, ` ${count.toLocaleString("en")} dated`),
        undated > 0 && h("span", { class: "quiet" }, `, ${undated.toLocaleString("en")} without a date`),
      ),
      count > 0
        ? [chart({ series, period, chosen, width, highest, label, selected, select }), table]
        : h("p", { class: "empty" }, "Nothing to show: no statement with a date."),
    );
  }

  #list(): void {
    const { params } = this.#context.router.place;
    const [at, of] = [params.get("at"), params.get("of")];
    const listed = [at, of, params.get("act")].join(" ");
    if (listed === this.#listed) return;
    this.#listed = listed;
    this.#listing.abort();
    this.#listing = new AbortController();
    const found = this.#found;
    const series = found?.series.find(({ actor }) => (actor?.id ?? null) === of);
    const span = series?.periods.find(({ begin }) => begin === at);
    if (!found || !series || !span) {
      fill(this.#bar);
      return;
    }
    const { by: _, since: __, until: ___, period: ____, ...filters } = filtersIn(params, FILTERED);
    const label = `statements by ${series.actor?.name ?? "everybody"}`;
    const days = { since: params.get("since"), until: params.get("until") };
    const bar = { series, span, period: found.period, chosen: this.#chosen, label, filters, ...days };
    const signal = AbortSignal.any([this.#listing.signal, this.#context.signal]);
    fill(this.#bar, statements(this.#context, bar, signal));
  }
}
