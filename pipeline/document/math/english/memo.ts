import type { Around, Said } from './said.ts';

type Store<T> = WeakMap<object, Map<string, T>>;

/**
 * What was said of a part is kept: whether it is simple is asked several times on every level, and without this each level
 * would double the time.
 */
export function remembering<K extends object, T>(
  make: (part: K, around: Around, more: Said | undefined) => T,
) {
  const store: Store<T> = new WeakMap();
  return (part: K, around: Around, more?: Said): T => {
    const { limits, inFraction, integral, bar, modular } = around;
    const key = [
      limits,
      inFraction,
      integral,
      bar,
      modular,
      more?.kind,
      more?.calls,
      /(?:^| )in$/u.test(more?.words ?? ''),
    ].join();
    const known = store.get(part) ?? new Map<string, T>();
    store.set(part, known);
    if (known.has(key)) return known.get(key) as T;
    const made = make(part, around, more);
    known.set(key, made);
    return made;
  };
}
