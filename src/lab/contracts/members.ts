/** What contracts with members have in common: forms are known by the kinds of their fields, since the names differ. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { fieldsOf, Visitor, type Answer } from '../contract.ts';

export const signUp = '/sign-up';
export const signIn = '/sign-in';
export const account = '/account';
export const password = 'a-long-Phrase-for-17-doors';

/** A name that nobody has taken, in a form that serves as a user name and as an e-mail address. */
export const newName = () => `reader-${randomUUID()}@mail.example.com`;

/** The form in a page, filled in as a password manager does, with its boxes ticked, and where it goes. */
export function filledIn(
  page: Answer['page'],
  path: string,
  name: string,
  secret = password,
): { action: string; fields: Record<string, string> } {
  const form = page.querySelector('form')!;
  const typed = form.querySelectorAll('input').flatMap((input) => {
    const field = input.getAttribute('name')!;
    const type = input.getAttribute('type');
    if (type === 'password') return [[field, secret]];
    if (type === 'checkbox') return [[field, input.getAttribute('value') ?? 'on']];
    return type === 'text' || type === 'email' ? [[field, name]] : [];
  });
  return {
    action: form.getAttribute('action') || path,
    fields: { ...fieldsOf(form), ...Object.fromEntries(typed) },
  };
}

/** Fills in the form at a path and sends it. */
export async function identify(
  visitor: Visitor,
  path: string,
  name: string,
  secret = password,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { action, fields } = filledIn((await visitor.get(path)).page, path, name, secret);
  return visitor.post(action, fields, headers);
}

/** The name of the member whom the server takes the visitor for. */
export async function member(visitor: Visitor): Promise<string | undefined> {
  const { status, page } = await visitor.get(account);
  return status === 200 ? page.querySelector('h1')?.text.replace('Signed in as ', '') : undefined;
}

/** Signs somebody up. */
export async function newMember(): Promise<{ visitor: Visitor; name: string }> {
  const visitor = new Visitor();
  const name = newName();
  await identify(visitor, signUp, name);
  assert.equal(await member(visitor), name);
  return { visitor, name };
}
