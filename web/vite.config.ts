import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// `npm run dev` serves the screens and passes the API on to a running ./pharos.
const backend = process.env['PHAROS_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': { target: backend, ws: true } } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
});
