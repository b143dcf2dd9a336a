/** What the browser draws with. */

export function hasWebGL(): boolean {
  return context() !== null;
}

/** Say whether the processor draws in place of a graphics card: some hundred times slower. */
export function drawsInSoftware(): boolean {
  const gl = context();
  if (!gl) return true;
  const told = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

function context(): WebGL2RenderingContext | WebGLRenderingContext | null {
  const canvas = document.createElement("canvas");
  return canvas.getContext("webgl2") ?? canvas.getContext("webgl");
}
