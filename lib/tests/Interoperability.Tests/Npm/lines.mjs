// Lines of JSON on standard input, each answered by one on standard output; the process ends when the input does.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

// Standard output carries answers and nothing else.
console.log = console.info = console.warn = console.error;

const require = createRequire(join(process.env.INTEROPERABILITY_NPM, 'scripts.js'));

/** Imports a package from the folder that npm has installed it into. */
export const load = (name) => import(pathToFileURL(require.resolve(name)));

/** Answers each line with what `answer` returns for it, or with the failure. */
export async function serve(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    let reply;
    try {
      reply = await answer(JSON.parse(line));
    } catch (error) {
      reply = { failure: `${error.stack} ${error.cause ?? ''}` };
    }
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
  process.exit(0);
}
