import "../styles/graph.css";
import type { Mount } from "../context.ts";
import { GraphView } from "../graph/view.ts";

export const mount: Mount = (container, context) => new GraphView(container, context);
