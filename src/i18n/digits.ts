const BENGALI_ZERO = '০'.charCodeAt(0);

/** Every Latin digit of a text as a Bengali one; all else stays. */
export function toBengaliDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(BENGALI_ZERO + Number(digit)));
}

/** Every Bengali digit of a text as a Latin one; all else stays. */
export function toLatinDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BENGALI_ZERO));
}
