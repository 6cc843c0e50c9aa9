import type { RouteLocationRaw } from 'vue-router';
import type { IconName } from '@/ui';

export interface Destination {
  readonly key: string;
  readonly to: RouteLocationRaw;
  readonly icon: IconName;
  /** Route names under which the place counts as current. */
  readonly names: readonly string[];
  readonly rail: boolean;
  readonly phone: boolean;
}

/** What the rail and the phone's bottom bar lead to; only what exists. */
export function destinations(isStaff: boolean): Destination[] {
  const place = (key: string, icon: IconName, names: string[], rail = true, phone = true): Destination => ({ key, icon, names, rail, phone, to: { name: names[0] ?? key } });
  return [
    place('market', 'market', ['market']),
    { ...place('trade', 'trade', ['instrument']), to: '/trade' },
    place('portfolio', 'assets', ['portfolio']),
    place('payments', 'transfer', ['payments'], true, false),
    place('help', 'help', ['help']),
    ...(isStaff ? [place('operations', 'staff', ['operations'], true, false), place('risk', 'risk', ['risk'], true, false), place('settlement', 'transfer', ['settlement'], true, false), place('venues', 'venue', ['venues'], true, false), place('notices', 'info', ['notices'], true, false)] : []),
    place('settings', 'settings', ['settings', 'security'], true, false),
    { ...place('me', 'person', ['settings', 'security', 'sign-in', 'register'], false, true) },
  ];
}
