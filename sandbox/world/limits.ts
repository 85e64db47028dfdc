import { Unprocessable } from '../refusal.ts';

/** Characters (UTF-16 units) in the body of an issue, comment or pull request. */
const BODY_LIMIT = 65_536;
export const LABELS_PER_ISSUE = 100;
export const ASSIGNEES_PER_ISSUE = 10;
/** Closed ones count. */
export const SUB_ISSUES_PER_ISSUE = 100;
const TITLE_LIMIT = 256;

/** Refuses a body that is too long; blank too where GitHub wants words (comments). */
export function checkBody(body: string, blankAllowed = true): void {
  if (body.length > BODY_LIMIT) throw new Unprocessable(`Body is too long (maximum is ${BODY_LIMIT} characters)`);
  if (!blankAllowed && body.trim() === '') throw new Unprocessable("Body can't be blank");
}

/** Refuses a blank title and one of more than 256 characters. */
export function checkTitle(title: string): void {
  if (title.trim() === '') throw new Unprocessable("Title can't be blank");
  if (title.length > TITLE_LIMIT) throw new Unprocessable(`Title is too long (maximum is ${TITLE_LIMIT} characters)`);
}

/** Refuses a label name beyond 50 characters or blank, a description beyond 100, a colour that is not six hex digits. */
export function checkLabel(label: { name?: string; description?: string | null; color?: string }): void {
  if (label.name !== undefined && label.name.trim() === '') throw new Unprocessable("Name can't be blank");
  if ((label.name ?? '').length > 50) throw new Unprocessable('Name is too long (maximum is 50 characters)');
  if ((label.description ?? '').length > 100) {
    throw new Unprocessable('Description is too long (maximum is 100 characters)');
  }
  if (label.color !== undefined && !/^[0-9a-f]{6}$/i.test(label.color)) {
    throw new Unprocessable('Color is invalid (a hex colour without the leading #)');
  }
}
