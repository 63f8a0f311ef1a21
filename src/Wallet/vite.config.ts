import { defineConfig } from 'vitest/config';
import { appShell } from './build/appShell.ts';
import { precompress } from './build/precompress.ts';

// Each language is a chunk of its own: the first card waits for one of them.
const shared = /\/node_modules\/preact\/|\/src\/(parts|storage)\/(?!qrCode|movingCode)|\/src\/texts\/(texts|languages|format|plural|direction)\.ts|\/src\/(wallet|crash|routes|configuration|protocolAccess|statusChecks|trustedUrl|demoCard|installation|protocol\/(contract|bytes|copies))\.ts/;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [appShell(), precompress()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The content security policy allows no data: scripts, and the service worker wants every file by name.
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rollupOptions: {
      input: { wallet: 'index.html', 'service-worker': 'src/serviceWorker.ts' },
      output: {
        entryFileNames: chunk => (chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
        // What every screen shares comes in one file: the first card waits for two scripts instead of eight.
        codeSplitting: { groups: [{ name: 'shell', test: shared }] },
      },
    },
  },
  // Argon2id takes its time on a busy machine.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 30_000 },
});
