import type { NextConfig } from 'next'

const config: NextConfig = {
  // Tests build beside the pages that a running Deskwell serves.
  distDir: process.env.DESKWELL_BUILD || '.next',
  poweredByHeader: false,
  // `npm run check` looks at types, tests included; a helpdesk that starts need not.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  serverExternalPackages: ['@node-rs/argon2', 'graphile-worker', 'pg', 'pino', 'postgres'],
  images: { unoptimized: true },
  // Titles come with the page, not in a program after it: without JavaScript they would stay away.
  htmlLimitedBots: /./,
  // All other answers get their headers in proxy.ts.
  headers: async () =>
    ['/_next/static/:path*', '/icon.svg'].map((source) => ({
      source,
      headers: [{ key: 'x-content-type-options', value: 'nosniff' }],
    })),
  experimental: {
    // Long texts must reach the form's own check, which answers at the field, instead of being cut off by Next's 1 MB.
    serverActions: { bodySizeLimit: '4mb' },
  },
}

export default config
