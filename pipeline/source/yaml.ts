import { LineCounter, isMap, isPair, isScalar, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Place, Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import { nearest } from '../nearest.ts';

type YamlDocument = Document.Parsed;

/** A YAML text and where in its file it begins: front matter starts on line 2. */
export type YamlText = { readonly file: string; readonly text: string; readonly firstLine: number };

export type ReadYaml<T> = {
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** Where the value at a path stands in the file, or the nearest thing around it. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
};

/**
 * Reads YAML 1.2 (core schema) against a schema. Every fault becomes a problem with its line and column;
 * `value` is there only if there is no error among them.
 */
export function readYaml<S extends z.ZodType>(
  source: YamlText,
  schema: S,
  knownKeys: readonly string[],
): ReadYaml<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return { file: source.file, line: source.firstLine };
    const { line, col } = lines.linePos(offset);
    return { file: source.file, line: line + source.firstLine - 1, column: col };
  };
  const placeOf = (path: readonly (string | number)[]): Place => placeAt(valueOffset(document, path));
  if (document.errors.length > 0) {
    return {
      placeOf,
      problems: document.errors.map((fault) =>
        problems.yamlSyntax(placeAt(fault.pos[0]), firstLine(fault.message)),
      ),
    };
  }
  let value: unknown;
  try {
    // A document of aliases upon aliases ("YAML bomb") is refused by the library here.
    value = document.toJS({ maxAliasCount: 50 }) ?? {};
  } catch (cause) {
    return {
      placeOf,
      problems: [
        problems.yamlSyntax(
          placeAt(undefined),
          firstLine(cause instanceof Error ? cause.message : String(cause)),
        ),
      ],
    };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [], placeOf };
  return {
    placeOf,
    problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, document, placeAt, knownKeys)),
  };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  document: YamlDocument,
  placeAt: (offset: number | undefined) => Place,
  knownKeys: readonly string[],
): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const candidates = path.length === 0 ? knownKeys : []; // Inside an entry the keys are others.
    return issue.keys.map((key) =>
      problems.unknownKey(
        placeAt(keyOffset(document, path, key)),
        [...path, key].join('.'),
        nearest(key, candidates),
        candidates,
      ),
    );
  }
  return [
    problems.wrongValue(
      placeAt(valueOffset(document, path)),
      path.join('.') || 'the file',
      describe(issue, document.getIn(path) !== undefined),
    ),
  ];
}

function describe(issue: z.core.$ZodIssue, isThere: boolean): string {
  if (issue.code === 'invalid_type' && !isThere) return 'is missing';
  return /^(should|is)\b/.test(issue.message) ? issue.message : `is not right: ${issue.message}`;
}

function keyOffset(
  document: YamlDocument,
  path: readonly (string | number)[],
  key: string,
): number | undefined {
  const map = path.length === 0 ? document.contents : (document.getIn(path, true) as Node | undefined);
  if (!isMap(map)) return undefined;
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** The value's own place, or that of the nearest thing around it that the file does hold. */
function valueOffset(document: YamlDocument, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range[0];
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
