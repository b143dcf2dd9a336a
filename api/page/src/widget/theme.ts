/** Light or dark, as the notebook around the widget is. */

import type { Sign } from "../graph/network.ts";

export interface Theme {
  readonly dark: boolean;
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly signs: Readonly<Record<Sign, string>>;
}

const LIGHT: Theme = {
  dark: false,
  ground: "#ffffff",
  ink: "#1f2328",
  quiet: "#59636e",
  line: "#e4e7eb",
  signs: { none: "#8b949e", for: "#1b7837", against: "#b2182b", both: "#7b3294" },
};
const DARK: Theme = {
  dark: true,
  ground: "#16191d",
  ink: "#e6e8ea",
  quiet: "#a5adb5",
  line: "#2b3036",
  signs: { none: "#818a94", for: "#5fbf7a", against: "#f0736a", both: "#c79be0" },
};

/** JupyterLab and VS Code say on their page's body which theme they show; elsewhere the reader's own wish counts. */
export function theme(): Theme {
  const { jpThemeLight, vscodeThemeKind } = document.body.dataset;
  if (jpThemeLight) return jpThemeLight === "false" ? DARK : LIGHT;
  if (vscodeThemeKind) return vscodeThemeKind.includes("light") ? LIGHT : DARK;
  return matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
}

export function style(theme: Theme): string {
  return `
.sayso-widget { font: 13px/1.45 system-ui, sans-serif; color: ${theme.ink}; background: ${theme.ground};
  border: 1px solid ${theme.line}; border-radius: 6px; overflow: hidden; color-scheme: ${theme.dark ? "dark" : "light"}; }
.sayso-widget header, .sayso-widget footer { display: flex; flex-wrap: wrap; gap: .3em 1em; align-items: center; padding: .4em .8em; }
.sayso-widget h3 { font-size: 15px; margin: 0; color: inherit; }
.sayso-widget .quiet { color: ${theme.quiet}; }
.sayso-widget .grow { flex: 1; }
.sayso-widget .stage { position: relative; border: solid ${theme.line}; border-width: 1px 0; }
.sayso-widget .stage.pointing { cursor: pointer; }
.sayso-widget .panel { padding: .5em .8em; max-height: 15em; overflow: auto; border-top: 1px solid ${theme.line}; }
.sayso-widget .panel:empty { display: none; }
.sayso-widget .panel h4 { font-size: 14px; margin: 0 0 .3em; color: inherit; }
.sayso-widget .panel ul { margin: .3em 0 0; padding: 0; list-style: none; }
.sayso-widget blockquote { margin: .4em 0; padding-left: .8em; border-left: 3px solid ${theme.line}; overflow-wrap: anywhere; }
.sayso-widget button, .sayso-widget select { font: inherit; color: inherit; background: transparent; border: 1px solid ${theme.line};
  border-radius: 4px; padding: .1em .5em; max-width: 18em; }
.sayso-widget select option { background: ${theme.ground}; }
.sayso-widget li button { border: 0; padding: .1em 0; text-align: start; max-width: 100%; text-decoration: underline; cursor: pointer; }
.sayso-widget a { color: inherit; }
.sayso-widget .swatch { display: inline-block; width: .8em; height: .8em; border-radius: 50%; margin-inline-end: .35em; }
.sayso-widget img { max-width: 100%; background: #fff; }`;
}
