// Fails for an action that isn't pinned by a commit with its version beside it, for a workflow that has not taken all
// permissions away first, and for YAML that can't be read: node pins.mjs FILE...
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

function report(file, problem) {
  console.error(`${file}: ${problem}`);
  process.exitCode = 1;
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const documents = parseAllDocuments(text, { strict: true });
  documents.flatMap((document) => document.errors).forEach((error) => report(file, error.message));
  if (!file.includes("workflows/")) continue;
  for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) {
    if (!/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)) report(file, `not pinned: ${line.trim()}`);
  }
  const permissions = documents[0].toJS().permissions;
  if (!permissions || Object.keys(permissions).length > 0) report(file, "top-level permissions must be {}");
}
