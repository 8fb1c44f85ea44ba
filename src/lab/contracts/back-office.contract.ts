/** A back office: staff keep the products of a shop, and nobody else gets in. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { HTMLElement } from 'node-html-parser';
import { fieldsOf, secret, Visitor, type Answer } from '../contract.ts';

const home = '/admin/';
const clerk = { name: 'clerk@mail.example.com', password: secret('CLERK_PASSWORD') };
const customer = { name: 'customer@mail.example.com', password: secret('CUSTOMER_PASSWORD') };

/** Opens a page, and signs in where it leads to the sign-in form. */
async function arrive(path: string, { name, password }: typeof clerk): Promise<Visitor> {
  const visitor = new Visitor();
  const gate = (await visitor.get(path)).headers.get('location')!;
  const form = (await visitor.get(gate)).page.querySelector('form')!;
  const typed = form.querySelectorAll('input').flatMap((input) => {
    const type = input.getAttribute('type');
    const value = type === 'password' ? password : type === 'text' || type === 'email' ? name : undefined;
    return value === undefined ? [] : [[input.getAttribute('name')!, value]];
  });
  await visitor.post(form.getAttribute('action') || gate, { ...fieldsOf(form), ...Object.fromEntries(typed) });
  return visitor;
}

/** Where the link with these words leads, from the page at `path`. */
async function link(visitor: Visitor, path: string, words: RegExp): Promise<string> {
  const { page } = await visitor.get(path);
  const found = page.querySelectorAll('a[href]').find((element) => words.test(element.text.trim()));
  assert.ok(found, `${path} has no link ${words}`);
  return new URL(found.getAttribute('href')!, `http://here.example${path}`).pathname;
}

/** The form on a page that has a field of this name. */
const formWith = (page: HTMLElement, name: string) =>
  page.querySelectorAll('form').find((form) => form.querySelector(`[name="${name}"]`))!;

/** Fills in the form of a page as a person does: options by their words, and every token that the page gave. */
async function save(visitor: Visitor, path: string, typed: Record<string, string>): Promise<Answer> {
  const form = formWith((await visitor.get(path)).page, 'name');
  const fields = Object.entries(typed).map(([name, value]) => {
    const options = form.querySelectorAll(`select[name="${name}"] option`);
    return [name, options.find((option) => option.text.trim() === value)?.getAttribute('value') ?? value];
  });
  return visitor.post(form.getAttribute('action') || path, { ...fieldsOf(form), ...Object.fromEntries(fields) });
}

/** The records of a list, each with the address at which it is changed. */
const recordsOf = ({ page }: Answer) =>
  page.querySelectorAll('tr').flatMap((row) => {
    const links = row.querySelectorAll('a[href]').map((element) => element.getAttribute('href')!);
    const address = links.find((href) => /\/edit\/\?id=\d|\/\d+\/change\//.test(href));
    return address ? [{ text: row.text.replaceAll(/\s+/g, ' ').trim(), address }] : [];
  });

describe('the back office', () => {
  let staff: Visitor;
  let products: string;
  let pencil: string;
  const list = async (query = '') => recordsOf(await staff.get(products + query)).map(({ text }) => text);

  before(async () => {
    staff = await arrive(home, clerk);
    const categories = await link(staff, home, /^Categor(y|ies)$/);
    await save(staff, await link(staff, categories, /^(Add category|Create)$/), { name: 'Stationery' });
    products = await link(staff, home, /^Products?$/);
    const add = await link(staff, products, /^(Add product|Create)$/);
    await save(staff, add, { name: 'Pencil', price: '1.20', category: 'Stationery' });
    await save(staff, add, { name: 'Notebook', price: '3.50', category: 'Stationery' });
    pencil = recordsOf(await staff.get(products)).find(({ text }) => text.includes('Pencil'))!.address;
  });

  it('lists what staff added, with the name of the category', async () => {
    const rows = await list();
    assert.equal(rows.length, 2);
    for (const [name, price] of [
      ['Pencil', '1.20'],
      ['Notebook', '3.50'],
    ] as const) {
      const row = rows.find((text) => text.includes(name))!;
      assert.ok(row.includes(price) && row.includes('Stationery'), row);
    }
  });

  it('finds a product by a part of its name', async () => {
    const { page } = await staff.get(products);
    const search = page
      .querySelectorAll('form')
      .find((form) => form.getAttribute('method')?.toUpperCase() !== 'POST' && form.querySelector('input[name]'))!;
    const field = search.querySelector('input[name]')!.getAttribute('name')!;
    const rows = await list(`?${new URLSearchParams({ [field]: 'enci' })}`);
    assert.equal(rows.length, 1);
    assert.ok(rows[0]!.includes('Pencil'));
  });

  it('saves a new price', async () => {
    await save(staff, pencil, { price: '1.35' });
    assert.ok((await list()).some((row) => row.includes('Pencil') && row.includes('1.35')));
  });

  it('brings the form back when the price is no number, and keeps the old one', async () => {
    const { status, page } = await save(staff, pencil, { price: 'cheap' });
    assert.equal(status, 200);
    assert.equal(formWith(page, 'price').querySelector('[name="price"]')!.getAttribute('value'), 'cheap');
    assert.ok((await list()).some((row) => row.includes('Pencil') && row.includes('1.35')));
  });

  it('refuses a save without the token of the form', async () => {
    const form = formWith((await staff.get(pencil)).page, 'price');
    const fields = Object.entries(fieldsOf(form)).filter(([name]) => !name.startsWith('csrf'));
    const { status } = await staff.post(pencil, { ...Object.fromEntries(fields), price: '0.01' });
    assert.ok(status >= 400 && status < 500, `answered ${status}`);
    assert.ok((await list()).some((row) => row.includes('Pencil') && row.includes('1.35')));
  });

  it('remembers who changed what', async () => {
    await save(staff, pencil, { price: '1.40' });
    const { page } = await staff.get(await link(staff, pencil, /^(History|Log)$/));
    const entry = page.querySelectorAll('tr').find((row) => /changed/i.test(row.text) && /price/i.test(row.text));
    assert.ok(entry?.text.includes(clerk.name), page.structuredText);
  });

  it('shows itself in full: its style sheets are there', async () => {
    const { page } = await staff.get(products);
    const sheets = page.querySelectorAll('link[rel="stylesheet"]').map((sheet) => sheet.getAttribute('href')!);
    assert.notDeepEqual(sheets, []);
    for (const sheet of sheets) assert.equal((await staff.get(sheet)).status, 200, sheet);
  });

  it('lets neither strangers nor customers see or change anything', async () => {
    const shopper = await arrive(home, customer);
    for (const visitor of [new Visitor(), shopper]) {
      for (const path of [home, products, pencil]) {
        const { status, text } = await visitor.get(path);
        assert.ok([302, 403].includes(status), `${path} answered ${status}`);
        assert.doesNotMatch(text, /Pencil|Notebook|Stationery/);
      }
    }
    const token = formWith((await staff.get(pencil)).page, 'price');
    const { status } = await shopper.post(pencil, { ...fieldsOf(token), price: '0.01' });
    assert.ok([302, 400, 403].includes(status), `answered ${status}`);
    assert.ok((await list()).some((row) => row.includes('Pencil') && !row.includes('0.01')));
  });
});
