// Reads one document a line and writes one line for each: "ok", or what is wrong with it by Atlassian's schema.
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Ajv } = require('ajv-draft-04');
const schema = JSON.parse(readFileSync(new URL('./node_modules/@atlaskit/adf-schema/dist/json-schema/v1/full.json', import.meta.url)));
// Strict mode complains of the schema's own style, not of documents.
const validate = new Ajv({ strict: false, allErrors: false, logger: false }).compile(schema);

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
for await (const line of lines) {
  const fine = validate(JSON.parse(line));
  const deepest = (validate.errors ?? []).reduce((a, b) => (b.instancePath.length > (a?.instancePath.length ?? -1) ? b : a), null);
  console.log(fine ? 'ok' : `${deepest.instancePath}: ${deepest.message}`);
}
