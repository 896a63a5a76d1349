/** The process in which the recogniser hears: one thread, one model, one sound at a time. */
import { serve } from '../pool/serve.ts';
import { createMoonshine, type HearRequest } from './moonshine.ts';

const hear = createMoonshine();
serve((request: HearRequest): Promise<string> => hear(request));
