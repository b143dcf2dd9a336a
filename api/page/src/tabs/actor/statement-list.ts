import { statementCard } from "../../components/card.ts";
import { pagedList } from "../../components/list.ts";
import type { Context } from "../../context.ts";
import type { Values } from "../../place.ts";
import type { Row, Rows } from "../../tables/rows.ts";

const AT_ONCE = 20;

/** The statements that filters leave, the latest first, each with its sentence. */
export function statementList({ api, signal }: Context, given: Values): HTMLElement {
  return pagedList<Row>({
    first: (signal) => api.json<Rows>("statements", { params: { ...given, sort: "-day", limit: AT_ONCE }, signal }),
    next: (address, signal) => api.json<Rows>(address, { signal }),
    row: ({ card }) => card && statementCard(card),
    empty: "No statement. Are the filters too narrow?",
    label: "Statements",
    signal,
  });
}
