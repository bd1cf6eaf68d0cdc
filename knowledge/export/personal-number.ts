/** Numbers that belong to a person: the open export must hold none. */

/** Thrown when an entry holds what looks like an identity number, a mobile number or an e-mail address of a person. */
export class PersonalDataError extends Error {
  readonly code = 'personal-data';
  constructor(entry: string) {
    super(
      `${entry} holds what looks like a person's own number or e-mail: take it out of the file, then export again.`,
    );
    this.name = 'PersonalDataError';
  }
}

const identity = /(?<![\w.-])\d{12}(?![\w-])/;
const mobile = /(?<![\w.-])0[35789]\d{2}[ .]?\d{3}[ .]?\d{3}(?!\w)/;
/** Offices write from .gov.vn. */
const email = /[\w.+-]+@(?!(?:[\w-]+\.)*gov\.vn)[\w-]+\.[a-z]{2,}/i;

export const personalNumberIn = (text: string): boolean => identity.test(text) || mobile.test(text) || email.test(text);
