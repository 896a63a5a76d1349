/**
 * Types that hold a stage to its schema. TypeScript checks object literals for stray properties only against a type
 * written beside them, not through what a function returns; here the returned type is compared with the schema's.
 */

type Primitive = string | number | boolean | bigint | symbol | null | undefined;

/** The same data, not to be changed. */
export type DeepReadonly<D> = unknown extends D
  ? D
  : D extends Primitive
    ? D
    : { readonly [K in keyof D]: DeepReadonly<D[K]> };

/**
 * The paths of `Given`'s properties that `Wanted` does not have, as string literals such as `words.[].length`;
 * `never` if there are none. Of a union, the members that `Given` fits count. Looks eight levels deep, so that
 * recursive types end.
 */
export type Stray<Given, Wanted, Depth extends readonly 0[] = []> = Depth['length'] extends 8
  ? never
  : Same<Given, Wanted> extends true
    ? never
    : Given extends Primitive
      ? never
      : Given extends readonly (infer Item)[]
        ? Below<'[]', Stray<Item, ItemOf<Fitting<Given, Wanted>>, [...Depth, 0]>>
        : StrayProperties<Given, Fitting<Given, Wanted>, Depth>;

type StrayProperties<Given, Wanted, Depth extends readonly 0[]> = {
  [K in keyof Given & string]: K extends KeyOfAny<Wanted>
    ? Below<K, Stray<Given[K], ValueOfAny<Wanted, K>, [...Depth, 0]>>
    : K;
}[keyof Given & string];

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- compares without assigning
type Same<A, B> = (<G>() => G extends A ? 1 : 2) extends <G>() => G extends B ? 1 : 2 ? true : false;
type Fitting<Given, Wanted> = Wanted extends unknown ? (Given extends Wanted ? Wanted : never) : never;
type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;
type KeyOfAny<Union> = Union extends unknown ? keyof Union : never;
type ValueOfAny<Union, K> = Union extends unknown ? (K extends keyof Union ? Union[K] : never) : never;
type Below<Parent extends string, Child> = Child extends string ? `${Parent}.${Child}` : never;
