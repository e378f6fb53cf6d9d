// Long-lived typesetting worker: requests on stdin, answers on stdout, in order. Each is one line of JSON, then raw bytes.
//   request  {"id", "modele": "convention", "donnees": <length>, "piece": <length>, "norme": "a-3a", "enImage": false}, then the JSON to print
//            and the JSON to attach
//   answer   {"id", "octets": <length>, "pages", "memoire", "reperes" or "champs"}, then the SVG or the PDF; or {"id", "erreur": "<diagnostics>"}
//            "champs": places that the template keeps for signatures
// The data reach the template as virtual files, never as markup. Nothing of a document is ever written to stderr.
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const [npm, modeles, polices, libelles] = process.argv.slice(2);
const { NodeCompiler } = createRequire(path.join(npm, 'node_modules', 'worker.js'))('@myriaddreamin/typst-ts-node-compiler');

// Ctrl-C reaches the whole process group: the portal decides when its workers stop, by closing stdin.
process.on('SIGINT', () => {});

// The typesetter also sees the system's fonts; the shipped ones come first, and the template names them and forbids any fallback.
const compiler = NodeCompiler.create({ workspace: modeles, fontArgs: [{ fontPaths: [polices] }] });
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

const read = (document, label) => compiler.query(document, { selector: `<${label}>`, field: 'value' });

/** All pages one below the other; letters are drawn once each and need no font. Indents and what is the default are half of it. */
function draw(document) {
  const svg = compiler.plainSvg(document).replaceAll(/\n\s*/g, '').replaceAll(' fill-rule="nonzero"', '');
  const [reperes = []] = read(document, 'reperes');
  return [Buffer.from(svg, 'utf8'), { reperes }];
}

function compose(request) {
  compiler.mapShadow(donnees, request.donnees);
  compiler.mapShadow(piece, request.piece);
  try {
    const compiled = compiler.compile({
      mainFilePath: path.join(modeles, `${request.modele}.typ`),
      inputs: request.enImage ? { libelles, apercu: 'oui' } : { libelles },
    });
    if (compiled.hasError() || !compiled.result) {
      return [{ id: request.id, erreur: diagnostics(compiled.takeError()) }];
    }
    const pages = compiled.result.numOfPages;
    const [octets, places] = request.enImage
      ? draw(compiled.result)
      : [compiler.pdf(compiled.result, { pdfStandard: request.norme }), { champs: read(compiled.result, 'champ-signature') }];
    return [{ id: request.id, octets: octets.length, pages, memoire: process.memoryUsage().rss, ...places }, octets];
  } catch (error) {
    return [{ id: request.id, erreur: diagnostics(error) }];
  } finally {
    compiler.unmapShadow(donnees);
    compiler.unmapShadow(piece);
    compiler.evictCache(CACHE_AGE);
  }
}

async function* requests() {
  let received = Buffer.alloc(0);
  for await (const chunk of process.stdin) {
    received = Buffer.concat([received, chunk]);
    for (let end = received.indexOf(10); end >= 0; end = received.indexOf(10)) {
      const header = JSON.parse(received.toString('utf8', 0, end));
      const middle = end + 1 + header.donnees;
      const last = middle + header.piece;
      if (received.length < last) {
        break;
      }
      yield { ...header, donnees: received.subarray(end + 1, middle), piece: received.subarray(middle, last) };
      received = received.subarray(last);
    }
  }
}

process.stdout.write('{"pret":true}\n');
for await (const request of requests()) {
  const [header, octets] = compose(request);
  process.stdout.write(JSON.stringify(header) + '\n');
  if (octets) {
    process.stdout.write(octets);
  }
}
process.exit(0);
