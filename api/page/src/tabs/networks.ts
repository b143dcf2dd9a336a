import "../styles/graph.css";
import "../styles/networks.css";
import type { Mount } from "../context.ts";
import { NetworksView } from "../networks/view.ts";

export const mount: Mount = (container, context) => new NetworksView(container, context);
