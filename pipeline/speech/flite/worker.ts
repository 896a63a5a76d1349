/** The process in which flite speaks. */
import { readFileSync } from 'node:fs';
import { collectGarbage } from '../../collect-garbage.ts';
import { serve } from '../pool/serve.ts';
import { fliteWasmFile } from './wasm-file.ts';
import { FliteLibrary, type FliteSound } from './library.ts';

export type FliteRequest = { readonly voice: string; readonly text: string };

const flite = new FliteLibrary(readFileSync(fliteWasmFile()));
serve(({ voice, text }: FliteRequest): FliteSound => flite.speak(voice, text));
// 40 MB were read to start. The rest of what this process holds is so small that nobody would collect them.
setImmediate(collectGarbage);
