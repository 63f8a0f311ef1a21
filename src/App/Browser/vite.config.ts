import { defineConfig } from 'vitest/config';
import { precompress } from './build/precompress.ts';
import { wardenApp } from './build/wardenApp.ts';

// The entries keep their names: the server adds a fingerprint (?v=). Everything they load carries a hash.
export default defineConfig({
  base: '/assets/',
  plugins: [wardenApp(), precompress()],
  worker: { format: 'es' },
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } } },
  build: {
    outDir: '../wwwroot/assets',
    assetsDir: '',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    // The content security policy allows pictures as data:, but fonts and scripts only from this host.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { portal: 'src/portal.ts', 'warden-worker': 'src/wardenWorker.ts', style: 'styles/portal.scss' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: asset => (asset.names.some(name => name.endsWith('.css')) ? 'portal.css' : '[name]-[hash][extname]'),
      },
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
});
