import { defineConfig } from "vite";

// The notebook's widget: one module without anything beside it, for a notebook has no server to ask for more.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../notebook/built",
    emptyOutDir: true,
    target: "es2023",
    lib: { entry: "src/widget/widget.ts", formats: ["es"], fileName: () => "widget.js" },
    license: { fileName: "licenses.md" },
  },
});
