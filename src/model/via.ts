/** What brought a document: a form that was sent, the user past the page (address bar, bookmark, back), or else. */
export const vias = ['form', 'user', 'page'] as const;
export type Via = (typeof vias)[number];
