/**
 * The signals for a new password (sign-up, reset) and, below zero, for a stored one (login), with their weights.
 * docs/detection.md explains each. Constants, as in `concepts.ts`.
 */
export const bias = -1.5;
export const tokenNew = 3;
export const tokenCurrent = -3;
export const fresh = 2.5;
export const own = 2.5;
export const two = 3;
export const repeated = 7;
export const submit = 4;
export const after = 2.5;
export const submitFresh = 1.5;
export const onlyReset = 2.5;
export const confirms = -2.5;
export const form = 2;
export const heading = 2.5;
export const headingFresh = 2.5;
export const title = 1;
export const linkForgot = -2.5;
export const linkOther = -1.5;
export const linkTerms = 1;
export const rule = 2.5;
export const already = 2;
export const minimum = 1.5;
export const person = 1;
export const persons = 3;
export const userAndEmail = 2.5;
export const userFresh = 1;
export const emailAgain = 3;
export const remember = -1.5;
export const terms = 2;
