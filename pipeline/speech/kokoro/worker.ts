/** The process in which Kokoro speaks: one thread, one model, one utterance at a time. */
import { serve } from '../pool/serve.ts';
import { createKokoro, type KokoroRequest, type KokoroSound } from './kokoro.ts';

const speak = createKokoro();
serve((request: KokoroRequest): Promise<KokoroSound> => speak(request));
