import config from '../playwright.config.ts'

/** Paths of a configuration are told from its own folder. */
export default {
  ...config,
  globalSetup: './global-setup.ts',
  testDir: '.',
  testMatch: 'screenshots.ts',
  workers: 1,
  reporter: 'list',
}
