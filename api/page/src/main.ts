import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/parts.css";
import { Api } from "./api.ts";
import { askForKey } from "./components/key.ts";
import { problemPanel } from "./components/problem.ts";
import { Toast } from "./components/toast.ts";
import { fill } from "./dom.ts";
import { Frame } from "./frame.ts";
import { Router } from "./router.ts";
import { Session } from "./session.ts";
import { TABS } from "./tabs.ts";

async function start(root: Element): Promise<void> {
  const session = new Session();
  const api = new Api(session);
  const toast = new Toast();
  try {
    const settings = await api.settings();
    const router = new Router(TABS[0]?.name ?? "start");
    const say: Toast["say"] = (message, tone) => toast.say(message, tone);
    new Frame(root, { api, router, session, settings, toast: say, signIn: () => askForKey(api, session) }, toast);
  } catch (error) {
    fill(
      root,
      problemPanel(error, () => location.reload()),
    );
  }
}

const root = document.getElementById("page");
if (root) void start(root);
