/** What is said in a way of its own, whatever the rules of numbers. */
export const saidAsTheyAre: Readonly<Record<string, string>> = {
  '24/7': 'twenty-four seven',
  '9/11': 'nine eleven',
  '7/7': 'seven seven',
  '7/11': 'seven eleven',
  '20/20': 'twenty twenty',
  '50/50': 'fifty fifty',
  '401(k)': 'four oh one K',
  '403(b)': 'four oh three B',
  '007': 'double oh seven',
};
