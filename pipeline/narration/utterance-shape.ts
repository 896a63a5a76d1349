import { z } from 'zod';
import { utteranceRoles } from './script.ts';

/** What an utterance has before it is worded and after. */
export const utteranceShape = {
  id: z.string(),
  target: z.string().exactOptional(),
  role: z.enum(utteranceRoles),
  text: z.string().min(1),
  language: z.string(),
  pauseSeconds: z.number().nonnegative(),
};
