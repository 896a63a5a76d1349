import type { Levels } from '../loudness/levels.ts';
import type { Profile } from '../profiles.ts';

/** What is known of the encoded sound in a file that is handed out; the file is known by its digest, under whatever names. */
export type Delivery = {
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
