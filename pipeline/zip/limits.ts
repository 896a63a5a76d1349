/** What an archive without ZIP64 can hold. */
export const mostEntries = 0xffff;
export const mostBytes = 0xffffffff;
/** An entry's two headers, beside its name, which stands in both. */
export const entryOverhead = 128;
