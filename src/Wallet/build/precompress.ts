import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(html|js|css|svg|wasm|webmanifest)$/;

/** Puts `.br` and `.gz` beside every text file and the decoder, so that the server only has to choose. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    async writeBundle() {
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      await Promise.all(files.filter(f => f.isFile() && compressible.test(f.name)).map(f => compress(join(f.parentPath, f.name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    promisify(brotliCompress)(content, { params }).then(packed => writeFile(`${path}.br`, packed)),
    promisify(gzip)(content, { level: 9 }).then(packed => writeFile(`${path}.gz`, packed)),
  ]);
}
