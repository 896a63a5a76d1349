import { sha256 } from './digest.ts';
import { canonicalJson } from './json.ts';
import type { Tools } from './stage.ts';

/** What of a stage belongs to its key. */
type Keyed = { readonly name: string; readonly version: number; readonly tools: readonly string[] };

/**
 * The key of one step: the stage's name and version, the identities of just the tools that it names, and the input's
 * value. Nothing else: no clock, no environment, no file times, no label.
 *
 * @param inputText the input as canonical JSON (`canonicalJson`)
 * @throws TypeError if a tool is missing.
 */
export function stepKey(stage: Keyed, tools: Tools, inputText: string): string {
  const identities = Object.fromEntries(stage.tools.map((name) => [name, toolNamed(tools, name).identity]));
  const head = [stage.name, stage.version, identities].map(canonicalJson).join(',');
  return sha256(`[${head},${inputText}]`);
}

/** The tools that a stage names, and no others: what is not in the key cannot be reached. */
export function toolsOf(stage: Keyed, tools: Tools): Tools {
  return Object.fromEntries(stage.tools.map((name) => [name, toolNamed(tools, name)]));
}

function toolNamed(tools: Tools, name: string) {
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (tool === undefined) throw new TypeError(`The build has no tool named “${name}”.`);
  return tool;
}
