// Long-lived typesetting worker: one JSON object per line on stdin, one answer per line on stdout, in order.
//   request  {"id", "donnees": "<JSON to print>", "piece": "<JSON to attach>", "norme": "a-3a"}
//   answer   {"id", "pdf": "<base64>", "pages", "memoire"} or {"id", "erreur": "<diagnostics>"}
// The data reach the template as virtual files, never as markup. Nothing of a document is ever written to stderr.
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import readline from 'node:readline';

const [npm, modeles, polices] = process.argv.slice(2);
const { NodeCompiler } = createRequire(path.join(npm, 'node_modules', 'worker.js'))('@myriaddreamin/typst-ts-node-compiler');

// Ctrl-C reaches the whole process group: the portal decides when its workers stop, by closing stdin.
process.on('SIGINT', () => {});

// The typesetter also sees the system's fonts; the shipped ones come first, and the template names them and forbids any fallback.
const compiler = NodeCompiler.create({ workspace: modeles, fontArgs: [{ fontPaths: [polices] }] });
const main = path.join(modeles, 'convention.typ');
const donnees = path.join(modeles, 'donnees.json');
const piece = path.join(modeles, 'piece.json');

// Results unused by the last documents are dropped; those of the template itself stay warm.
const CACHE_AGE = 4;

function diagnostics(error) {
  const list = error?.shortDiagnostics;
  if (list) {
    return list.map((d) => d.message ?? JSON.stringify(d)).join(' | ');
  }
  // errors of the PDF export come as the debug form of their diagnostics: keep the messages
  const raw = String(error?.message ?? error);
  const messages = [...raw.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((m) => m[1].replaceAll('\\"', '"'));
  return messages.length > 0 ? messages.join(' | ') : raw;
}

function compose(request) {
  compiler.mapShadow(donnees, Buffer.from(request.donnees, 'utf8'));
  compiler.mapShadow(piece, Buffer.from(request.piece, 'utf8'));
  try {
    const compiled = compiler.compile({ mainFilePath: main });
    if (compiled.hasError() || !compiled.result) {
      return { id: request.id, erreur: diagnostics(compiled.takeError()) };
    }
    const pages = compiled.result.numOfPages;
    const pdf = compiler.pdf(compiled.result, { pdfStandard: request.norme }).toString('base64');
    return { id: request.id, pdf, pages, memoire: process.memoryUsage().rss };
  } catch (error) {
    return { id: request.id, erreur: diagnostics(error) };
  } finally {
    compiler.unmapShadow(donnees);
    compiler.unmapShadow(piece);
    compiler.evictCache(CACHE_AGE);
  }
}

process.stdout.write('{"pret":true}\n');
const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
lines.on('line', (line) => process.stdout.write(JSON.stringify(compose(JSON.parse(line))) + '\n'));
lines.on('close', () => process.exit(0));
