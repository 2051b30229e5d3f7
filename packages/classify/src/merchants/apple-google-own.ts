// Own services of Apple and Google that no other family holds. Their houses send all mail from one shared domain.
import { service, type Merchant } from './merchant.ts';

export const APPLE_GOOGLE_OWN: readonly Merchant[] = [
  service('apple-arcade', 'Apple Arcade', ''),
  service('apple-fitness', 'Apple Fitness+', '', 'Apple Fitness Plus'),
  service('apple-news', 'Apple News+', '', 'Apple News Plus'),
  service('google-play-pass', 'Google Play Pass', '', 'Play Pass'),
];
