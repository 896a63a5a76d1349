import type { Delivery } from '../audio/quality/delivery.ts';
import type { Output } from '../report/place-outputs.ts';

/** Files, and what is known of the sound in them. */
export type Made = { readonly outputs: readonly Output[]; readonly deliveries: readonly Delivery[] };
