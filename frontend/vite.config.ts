import { defineConfig } from "vite";
import { helpPage } from "./build/help-page.ts";
import { securityHeaders } from "./build/security-headers.ts";
import { serviceWorker } from "./build/service-worker.ts";

// The front end is served by the same server as the API; in development Vite stands in front of it.
const server = process.env["AFTERSHIFT_SERVER"] ?? "http://localhost:8000";
const proxy = Object.fromEntries(
  ["/api", "/_allauth", "/readyz", "/livez"].map((path) => [
    path,
    { target: server, changeOrigin: false },
  ]),
);

export default defineConfig({
  plugins: [helpPage(), serviceWorker()],
  build: {
    // Older targets make Lightning CSS rewrite light-dark(), and the night is gone.
    target: ["chrome123", "safari17.5", "firefox128"],
    // Nothing inline: the content security policy allows none.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The names of every file of every lazy screen would weigh 2 kB on the first load. Only what is
      // opened at the start is fetched ahead, and what a link from a mail or a colleague opens first of all;
      // the worker keeps the others before anybody taps them.
      resolveDependencies: (file, files, { hostType }) =>
        hostType === "html" || /(^|\/)(device|SignIn)-/.test(file) ? files : [],
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "sealing", test: /node_modules[\\/](jose|idb)[\\/]/ },
            { name: "qr-read", test: /node_modules[\\/]qr[\\/]decode/ },
            { name: "qr-show", test: /node_modules[\\/]qr[\\/]/ },
            // What every sealed revision needs, in one file: in nine they would weigh 1 kB more.
            {
              name: "revisions",
              test: /src[\\/](errors|crypto[\\/](ids|ck1[\\/](brands|bytes|strict|trouble|jwe|keys|root|slot|body|revision|keyring))|storage[\\/]store|feeds[\\/](heads|rows|reslot|reseal|opening))\.ts/,
            },
            { name: "vendor", test: /node_modules/ },
          ],
        },
      },
    },
  },
  server: { proxy, fs: { allow: [".", "../journal/library/data"] } },
  preview: { proxy, headers: securityHeaders },
});
