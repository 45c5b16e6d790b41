import type { CategorySlug } from '../company'
import { accessPrivacy } from './access-privacy'
import { billing } from './billing'
import { desktopClient } from './desktop-client'
import { gettingStarted } from './getting-started'
import { integrations } from './integrations'
import { mobileApp } from './mobile-app'
import { rotaPlanning } from './rota-planning'
import type { Scenario } from './scenario'

export const scenarios: Readonly<Record<CategorySlug, readonly Scenario[]>> = {
  'getting-started': gettingStarted,
  'rota-planning': rotaPlanning,
  'mobile-app': mobileApp,
  integrations,
  billing,
  'access-privacy': accessPrivacy,
  'desktop-client': desktopClient,
}
