/** Integers to decimal strings and back; the development server counts in ticks, lots and minor units. */
export function write(units, scale) {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

/** undefined when it is no plain decimal or has more than `scale` decimals. */
export function read(text, scale) {
  if (typeof text !== 'string' || !/^-?\d{1,18}(\.\d+)?$/.test(text)) return undefined;
  const [whole, fraction = ''] = text.split('.');
  if (fraction.replace(/0+$/, '').length > scale) return undefined;
  return BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
}

/** mulberry32: small, seeded, good enough to draw prices. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
