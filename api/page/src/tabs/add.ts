import "../styles/add.css";
import "../styles/reader.css";
import type { Context, Mount, Tab } from "../context.ts";
import { fill, h } from "../dom.ts";
import type { Place } from "../place.ts";
import { isAbort, toldOf } from "../problem.ts";
import { type Reader, reader } from "../reader/reader.ts";
import { dropZone, pasteForm } from "./add/forms.ts";
import { type Parcel, parcelsOf } from "./add/parcels.ts";
import { Row } from "./add/row.ts";

export const mount: Mount = (container, context) => new Adding(container, context);

// What was put on the list and not stored yet is there again after a look at another tab.
const kept = new Set<Parcel>();
const SAMPLE = "sample.jsonl";

class Adding implements Tab {
  readonly #context: Context;
  readonly #list = h("ol", { class: "list parcels", "aria-label": "Articles to add" });
  readonly #progress = h("progress", { max: 1, value: 0, "aria-label": "Progress" });
  readonly #status = h("span", { role: "status" });
  readonly #preview = h("section", { class: "preview", "aria-label": "What was found", tabindex: -1 });
  readonly #replace = h("input", { type: "checkbox" });
  readonly #store = h("button", { type: "button", class: "main" }, "Store");
  readonly #work = h("div", { class: "work", hidden: true });
  #rows: Row[] = [];
  #reader: Reader | null = null;
  #stopped = false;
  #busy = false;

  constructor(container: Element, context: Context) {
    this.#context = context;
    this.#store.addEventListener("click", () => this.#storeAll());
    const stop = h("button", { type: "button", onclick: () => this.#stop() }, "Stop");
    fill(
      this.#work,
      this.#list,
      h("div", { class: "adding" }, this.#progress, this.#status, stop),
      h(
        "div",
        { class: "buttons" },
        this.#store,
        h("label", {}, this.#replace, " let it take the place of another article under the same identifier"),
      ),
    );
    const hint = context.settings.writable
      ? "You see what is found first; nothing is stored until you say so, with a key."
      : "You see what is found. This service is read-only: nothing can be stored.";
    fill(
      container,
      h("h1", {}, "Add articles"),
      h("p", { class: "hint" }, hint),
      pasteForm((parcel) => this.#take([parcel], true)),
      dropZone((files) => this.#files(files)),
      this.#work,
      this.#preview,
    );
    if (kept.size) void this.#take([...kept], false);
    this.#store.hidden = !context.settings.writable;
    this.#replace.closest("label")?.toggleAttribute("hidden", !context.settings.writable);
  }

  show(place: Place): void {
    if (place.params.has("sample")) {
      this.#context.router.set({ sample: null }, { replace: true });
      void this.#sample();
    }
    this.#reader?.show(place);
  }

  /** Take the sample that the service brings: sixty short invented articles. */
  async #sample(): Promise<void> {
    const { api, signal, toast } = this.#context;
    try {
      const answer = await api.fetch(`examples/${SAMPLE}`, { signal });
      await this.#take(await parcelsOf(new File([await answer.blob()], SAMPLE)), false);
    } catch (error) {
      if (!isAbort(error)) toast(toldOf(error), "error");
    }
  }

  async #files(files: readonly File[]): Promise<void> {
    const taken: Parcel[] = [];
    for (const file of files) {
      try {
        taken.push(...(await parcelsOf(file)));
      } catch (error) {
        this.#context.toast(`${file.name}: ${toldOf(error)}`, "error");
      }
    }
    await this.#take(taken, taken.length === 1);
  }

  async #take(parcels: readonly Parcel[], show: boolean): Promise<void> {
    const rows = parcels.map(
      (parcel) =>
        new Row(
          parcel,
          this.#context,
          (row) => this.#open(row),
          (row) => this.#drop(row),
        ),
    );
    for (const parcel of parcels) kept.add(parcel);
    this.#rows.push(...rows);
    for (const row of rows) this.#list.append(row.element);
    this.#work.hidden = !this.#rows.length;
    await this.#each(
      () => this.#rows.filter((row) => row.state === "waiting"),
      (row) => row.look(),
      "read",
    );
    const [first] = rows;
    if (show && first?.article) this.#open(first);
  }

  async #storeAll(): Promise<void> {
    if (!this.#context.session.signedIn && !(await this.#context.signIn())) return;
    const tried = new Set<Row>();
    await this.#each(
      () => this.#rows.filter((row) => row.state !== "stored" && !tried.has(row)),
      async (row) => {
        tried.add(row);
        await row.store(this.#replace.checked);
        if (row.state === "stored") kept.delete(row.parcel);
      },
      "stored",
    );
  }

  /** Do something with one row after the other, also with those that come meanwhile. */
  async #each(waiting: () => Row[], work: (row: Row) => Promise<void>, done: string): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#stopped = false;
    this.#store.disabled = true;
    let made = 0;
    for (let row = waiting()[0]; row && !this.#stopped && !this.#context.signal.aborted; row = waiting()[0]) {
      this.#tell(made, made + waiting().length, done);
      await work(row);
      made += 1;
    }
    this.#tell(made, made + (this.#stopped ? waiting().length : 0), done);
    this.#store.disabled = false;
    this.#busy = false;
  }

  #tell(made: number, all: number, done: string): void {
    this.#progress.max = Math.max(1, all);
    this.#progress.value = made;
    const failed = this.#rows.filter((row) => row.state === "failed").length;
    this.#status.textContent = `${made} of ${all} ${done}${failed ? `, ${failed} with an error` : ""}`;
  }

  #stop(): void {
    this.#stopped = true;
  }

  #open(row: Row): void {
    if (!row.article) return;
    for (const one of this.#rows) one.mark(one === row);
    this.#context.router.set({ statement: null }, { replace: true });
    this.#reader = reader(this.#preview, row.article, this.#context);
    this.#reader.show(this.#context.router.place);
    this.#preview.focus();
  }

  #drop(row: Row): void {
    this.#rows = this.#rows.filter((one) => one !== row);
    kept.delete(row.parcel);
    row.element.remove();
    this.#work.hidden = !this.#rows.length;
  }
}
