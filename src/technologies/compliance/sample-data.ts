import type { DocumentModel } from '../../core';

/** Whether the file shows what goes into a model: an MLflow input example, or data in a folder of samples. */
export function isSample({ root }: DocumentModel, path: string): boolean {
  if (root === undefined) return false;
  if (/(?:^|\/)(?:serving_)?input_example\.json$/.test(path)) return true;
  return /(?:^|\/)(?:examples?|samples?|data\/sample[^/]*)\/[^/]*\.json$/.test(path);
}

/** What in a text is about a person: an address, an account, a card; undefined if nothing is. */
export function personalData(text: string): string | undefined {
  const mail = /[\w.+-]+@([\w-]+(?:\.[\w-]+)+)/.exec(text)?.[1];
  if (
    mail !== undefined &&
    !/(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|localhost|local)$/i.test(mail)
  )
    return 'an e-mail address';
  if (isAccountNumber(text)) return 'a bank account number';
  return isCardNumber(text) ? 'a card number' : undefined;
}

/** IBAN with its check digits (ISO 13616: the rest after division by 97 is 1). */
function isAccountNumber(text: string): boolean {
  const number = text.replace(/\s/g, '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number)) return false;
  const digits = (number.slice(4) + number.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Payment card numbers end in a Luhn check digit and begin with their network's. */
function isCardNumber(text: string): boolean {
  const number = text.replace(/[ -]/g, '');
  if (!/^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|3[47]\d{13}|6011\d{12})$/.test(number)) return false;
  const sum = Array.from(number)
    .reverse()
    .reduce((total, sign, index) => {
      const digit = Number(sign) * (index % 2 === 1 ? 2 : 1);
      return total + (digit > 9 ? digit - 9 : digit);
    }, 0);
  return sum % 10 === 0;
}
