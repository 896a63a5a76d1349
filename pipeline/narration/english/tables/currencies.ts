export type Currency = {
  readonly one: string;
  readonly many: string;
  /** Hundredths, where they are used. */
  readonly cent?: string;
  readonly cents?: string;
};

const dollars = (before: string): Currency => ({
  one: `${before}dollar`,
  many: `${before}dollars`,
  cent: 'cent',
  cents: 'cents',
});

export const dollar = dollars('');
export const pound: Currency = { one: 'pound', many: 'pounds', cent: 'penny', cents: 'pence' };
const euro: Currency = { one: 'euro', many: 'euros', cent: 'cent', cents: 'cents' };
const same = (name: string): Currency => ({ one: name, many: name });
const counted = (name: string): Currency => ({ one: name, many: `${name}s` });

/** By sign. A single letter before a name is spelled: "U S dollars". */
export const currencySigns: Readonly<Record<string, Currency>> = {
  $: dollar,
  '£': pound,
  '€': euro,
  '¥': same('yen'),
  '₹': counted('rupee'),
  '₽': counted('rouble'),
  '₩': same('won'),
  '₺': same('lira'),
  '₪': counted('shekel'),
  '₫': same('dong'),
  '₴': same('hryvnia'),
  '₦': same('naira'),
  '฿': same('baht'),
  '₱': counted('peso'),
  '₿': counted('bitcoin'),
  US$: dollars('U S '),
  CA$: dollars('Canadian '),
  C$: dollars('Canadian '),
  AU$: dollars('Australian '),
  A$: dollars('Australian '),
  NZ$: dollars('New Zealand '),
  HK$: dollars('Hong Kong '),
  S$: dollars('Singapore '),
  R$: same('reais'),
  'A£': pound,
};

/** By the codes of ISO 4217, before or after the amount. */
export const currencyCodes: Readonly<Record<string, Currency>> = {
  USD: dollars('U S '),
  CAD: dollars('Canadian '),
  AUD: dollars('Australian '),
  NZD: dollars('New Zealand '),
  EUR: euro,
  GBP: pound,
  JPY: same('yen'),
  CNY: same('yuan'),
  INR: counted('rupee'),
  CHF: counted('Swiss franc'),
  SEK: { one: 'Swedish krona', many: 'Swedish kronor' },
  NOK: { one: 'Norwegian krone', many: 'Norwegian kroner' },
  DKK: { one: 'Danish krone', many: 'Danish kroner' },
  BTC: counted('bitcoin'),
};

/** What is written for a scale right behind an amount: `$5m`, `£2bn`. */
export const scaleSigns: Readonly<Record<string, string>> = {
  k: 'thousand',
  K: 'thousand',
  m: 'million',
  M: 'million',
  mn: 'million',
  mm: 'million',
  MM: 'million',
  mil: 'million',
  b: 'billion',
  B: 'billion',
  bn: 'billion',
  Bn: 'billion',
  t: 'trillion',
  T: 'trillion',
  tn: 'trillion',
  trn: 'trillion',
};
