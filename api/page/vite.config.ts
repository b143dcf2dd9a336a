import { defineConfig } from "vite";

// Addresses are relative, so that the page works under any prefix of a proxy; names hold a hash of the content.
export default defineConfig({
  root: "src",
  base: "./",
  build: {
    outDir: "../built",
    emptyOutDir: true,
    assetsDir: "page",
    target: "es2023",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    // Inlined files would be data: addresses, which the Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    license: { fileName: "page/licenses.md" },
  },
  worker: { format: "es" },
});
