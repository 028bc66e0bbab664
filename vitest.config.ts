import { defineConfig } from 'vitest/config';

const EVERYTHING = ['test/**/*.test.ts'];
/** What works with dates: run once more in process zones far from UTC, on both sides and off the hour. */
const DATES = [
  'test/schedule/**/*.test.ts',
  'test/calendar/**/*.test.ts',
  'test/tutor/{streak,civil}*.test.ts',
];
const ZONES = ['America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'];

const common = {
  pool: 'forks',
  exclude: ['test/browser/**', 'node_modules/**'],
  testTimeout: 30_000,
  hookTimeout: 30_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'all', include: EVERYTHING, exclude: [...common.exclude] } },
      ...ZONES.map((TZ) => ({
        test: { ...common, name: TZ, include: DATES, exclude: [...common.exclude], env: { TZ } },
      })),
    ],
  },
});
