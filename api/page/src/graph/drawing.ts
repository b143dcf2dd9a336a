/** What the browser draws with. */

type Means = "nothing" | "processor" | "card";

let found: Means | null = null;

export function hasWebGL(): boolean {
  return means() !== "nothing";
}

/** Say whether the processor draws in place of a graphics card: some hundred times slower. */
export function drawsInSoftware(): boolean {
  return means() !== "card";
}

// Asked once: a place to draw in takes a good part of a second to make where the processor draws.
function means(): Means {
  found ??= look();
  return found;
}

function look(): Means {
  const canvas = document.createElement("canvas");
  const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  if (!gl) return "nothing";
  const told = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name) ? "processor" : "card";
}
