import type { Levels } from '../loudness/levels.ts';
import type { Profile } from '../profiles.ts';

/** A file of sound as it is handed out, and what is known of the encoded sound in it. */
export type Delivery = {
  /** The name that it gets in the output folder. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly profile: Profile;
  readonly seconds: number;
  /** Of its encoded chunks, in their order. */
  readonly levels: readonly Levels[];
  /** How many chapters it holds; marks may be more, where sections have some, or none. */
  readonly chapters: number;
  /** In the order of time. */
  readonly marks?: readonly DeliveryMark[];
};

export type DeliveryMark = { readonly title: string; readonly beginMilliseconds: number };
