/** A back office: staff keep the products of a shop, and nobody else gets in. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { HTMLElement } from 'node-html-parser';
import { fieldsOf, secret, Visitor, type Answer } from '../contract.ts';

const home = '/admin/';
const clerk = { name: 'clerk@mail.example.com', password: secret('CLERK_PASSWORD') };
const customer = { name: 'customer@mail.example.com', password: secret('CUSTOMER_PASSWORD') };

/** Somebody at the door or inside, with a form token that is their own. */
interface Caller {
  visitor: Visitor;
  token: Record<string, string>;
}

const tokenOf = (form: HTMLElement | null) =>
  Object.fromEntries(form ? Object.entries(fieldsOf(form)).filter(([name]) => name.startsWith('csrf')) : []);

/** Somebody who was led to the sign-in form and has not filled it in. */
async function stranger(): Promise<Caller & { gate: string; form: HTMLElement }> {
  const visitor = new Visitor();
  const gate = (await visitor.get(home)).headers.get('location')!;
  const form = (await visitor.get(gate)).page.querySelector('form')!;
  return { visitor, gate, form, token: tokenOf(form) };
}

/** Somebody who has filled in the sign-in form. */
async function arrive({ name, password }: typeof clerk): Promise<Caller> {
  const { visitor, gate, form, token } = await stranger();
  const typed = form.querySelectorAll('input').flatMap((input) => {
    const type = input.getAttribute('type');
    const value = type === 'password' ? password : type === 'text' || type === 'email' ? name : undefined;
    return value === undefined ? [] : [[input.getAttribute('name')!, value]];
  });
  await visitor.post(form.getAttribute('action') || gate, { ...fieldsOf(form), ...Object.fromEntries(typed) });
  // A sign-in may renew the token. Customers find the new one at the gate, staff at home; else the old one holds.
  const pages = [await visitor.get(gate), await visitor.get(home)];
  const renewed = pages.map(({ page }) => tokenOf(page.querySelector('form')));
  return { visitor, token: Object.assign({}, token, ...renewed) };
}

/** Where the first link with these words leads, from the page at `path`. */
async function linkIfAny(visitor: Visitor, path: string, words: RegExp): Promise<string | undefined> {
  const { page } = await visitor.get(path);
  const found = page.querySelectorAll('a[href]').find((element) => words.test(element.text.trim()));
  return found && new URL(found.getAttribute('href')!, `http://here.example${path}`).pathname;
}

async function link(visitor: Visitor, path: string, words: RegExp): Promise<string> {
  const found = await linkIfAny(visitor, path, words);
  assert.ok(found, `${path} has no link ${words}`);
  return found;
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

const wordsOf = (element: HTMLElement) => element.text.replaceAll(/\s+/g, ' ').trim();

/** The records of a list, each with the address at which it is changed. */
const recordsOf = ({ page }: Answer) =>
  page.querySelectorAll('tr').flatMap((row) => {
    const links = row.querySelectorAll('a[href]').map((element) => element.getAttribute('href')!);
    const address = links.find((href) => /\/edit\/\?id=\d|\/\d+\/change\//.test(href));
    return address ? [{ text: wordsOf(row), address, row }] : [];
  });

/** Every page below the start page that links lead to, and every address to which its forms are sent. */
async function everythingFor(visitor: Visitor): Promise<{ pages: Map<string, HTMLElement>; targets: Set<string> }> {
  const pages = new Map<string, HTMLElement>();
  const targets = new Set<string>();
  const waiting = [home];
  const reach = (from: string, href: string) => {
    const { pathname, searchParams } = new URL(href, `http://here.example${from}`);
    const inside = pathname.startsWith(home) && !/\/(log(in|out)|static)\//.test(pathname);
    // One side names the record in the path, the other behind the question mark. The rest there only sorts and filters.
    const id = searchParams.get('id');
    return inside ? pathname + (id ? `?id=${id}` : '') : undefined;
  };
  while (waiting.length > 0) {
    const path = waiting.shift()!;
    if (pages.has(path)) continue;
    const { status, page } = await visitor.get(path);
    if (status !== 200) continue;
    pages.set(path, page);
    for (const element of page.querySelectorAll('a[href]')) {
      const found = reach(path, element.getAttribute('href')!);
      if (found) waiting.push(found);
    }
    for (const form of page.querySelectorAll('form')) {
      const found = reach(path, form.getAttribute('action') || path);
      if (found && form.getAttribute('method')?.toUpperCase() === 'POST') targets.add(found);
    }
  }
  return { pages, targets };
}

describe('the back office', () => {
  let staff: Visitor;
  let token: Record<string, string>;
  let categories: string;
  let products: string;
  let addProduct: string;
  let pencil: string;
  const list = async (query = '') => recordsOf(await staff.get(products + query)).map(({ text }) => text);
  const categoryNames = async () => recordsOf(await staff.get(categories)).map(({ text }) => text);
  const log = async () => {
    const { page } = await staff.get(await link(staff, pencil, /^(History|Log)$/));
    return page.querySelectorAll('tr').map(wordsOf);
  };

  /** Deletes the record of a list whose row holds a text. */
  async function remove(from: string, text: string): Promise<Answer> {
    const record = recordsOf(await staff.get(from)).find((each) => each.text.includes(text))!;
    const form = record.row.querySelector('form[action*="delete"]');
    if (form) return staff.post(form.getAttribute('action')!, { ...fieldsOf(form), ...token });
    // The other side asks first, on a page of its own.
    return staff.post(await link(staff, record.address, /^Delete$/), { ...token, post: 'yes' });
  }

  before(async () => {
    ({ visitor: staff, token } = await arrive(clerk));
    categories = await link(staff, home, /^Categor(y|ies)$/);
    await save(staff, await link(staff, categories, /^(Add category|Create)$/), { name: 'Stationery' });
    products = await link(staff, home, /^Products?$/);
    addProduct = await link(staff, products, /^(Add product|Create)$/);
    await save(staff, addProduct, { name: 'Pencil', price: '1.20', category: 'Stationery' });
    await save(staff, addProduct, { name: 'Notebook', price: '3.50', category: 'Stationery' });
    pencil = recordsOf(await staff.get(products)).find(({ text }) => text.includes('Pencil'))!.address;
  });

  it('opens with the right password alone', async () => {
    for (const password of ['', `${clerk.password}x`, clerk.password.slice(0, -1), customer.password]) {
      const { visitor } = await arrive({ ...clerk, password });
      assert.equal((await visitor.get(home)).status, 302);
    }
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

  /** What the list shows of a search. */
  async function found(words: string): Promise<Answer> {
    const { page } = await staff.get(products);
    const search = page
      .querySelectorAll('form')
      .find((form) => form.getAttribute('method')?.toUpperCase() !== 'POST' && form.querySelector('input[name]'))!;
    const field = search.querySelector('input[name]')!.getAttribute('name')!;
    return staff.get(`${products}?${new URLSearchParams({ [field]: words })}`);
  }

  it('finds a product by a part of its name', async () => {
    const rows = recordsOf(await found('enci'));
    assert.equal(rows.length, 1);
    assert.ok(rows[0]!.text.includes('Pencil'));
  });

  it('takes what is searched for as words, and never as SQL', async () => {
    for (const words of ["zz'", 'zz"', "zz'OR'a'='a", "zz%'OR/**/1=1--", "zz';DELETE FROM product;--"]) {
      const answer = await found(words);
      assert.equal(answer.status, 200, words);
      assert.equal(recordsOf(answer).length, 0, words);
    }
    assert.equal((await list()).length, 2);
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

  for (const [what, typed] of Object.entries({
    'without a name': { name: '' },
    'with a name of spaces': { name: '   ' },
    'with a name of 121 letters': { name: 'x'.repeat(121) },
    'without a price': { price: '' },
    'with a price below zero': { price: '-0.01' },
    'with a third of a cent': { price: '1.333' },
    'with a price of a million': { price: '1000000' },
    'with a price that is not a number': { price: 'NaN' },
    'with a price without end': { price: 'Infinity' },
    'without a category': { category: '' },
    'with a category that does not exist': { category: '4711' },
  })) {
    it(`refuses a product ${what}`, async () => {
      const { status } = await save(staff, addProduct, {
        ...{ name: 'Refused', price: '2.00', category: 'Stationery' },
        ...typed,
      });
      assert.equal(status, 200);
      assert.equal((await list()).length, 2);
    });
  }

  it('takes the cheapest and the dearest price, and a name of 120 letters', async () => {
    for (const typed of [{ price: '0' }, { price: '999999.99' }, { name: 'y'.repeat(120) }]) {
      await save(staff, addProduct, { ...{ name: 'Taken', price: '2.00', category: 'Stationery' }, ...typed });
      assert.equal((await list()).length, 3, JSON.stringify(typed));
      await remove(products, typed.name ?? 'Taken');
      assert.equal((await list()).length, 2);
    }
  });

  it('refuses a second category of the same name', async () => {
    const add = await link(staff, categories, /^(Add category|Create)$/);
    assert.equal((await save(staff, add, { name: 'Stationery' })).status, 200);
    assert.equal((await categoryNames()).length, 1);
  });

  it('shows a name with markup as it was typed, in the list and in the log', async () => {
    await save(staff, addProduct, { name: '<u id="x">Ink', price: '2.00', category: 'Stationery' });
    const log = (await linkIfAny(staff, home, /^Log$/)) ?? home;
    for (const path of [products, log]) {
      const { page } = await staff.get(path);
      assert.ok(wordsOf(page).includes('&lt;u id=') || page.textContent.includes('<u id="x">Ink'), path);
      assert.equal(page.querySelector('#x'), null, path);
    }
    await remove(products, 'Ink');
    assert.equal((await list()).length, 2);
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
    const entry = (await log()).find((row) => /changed/i.test(row) && /price/i.test(row));
    assert.ok(entry?.includes(clerk.name), entry);
  });

  it('gives staff the log to read and not to write', async () => {
    const { pages } = await everythingFor(staff);
    const known = '[name="name"], [type="password"], [name="action"]';
    for (const [path, page] of pages) {
      for (const form of page.querySelectorAll('form')) {
        const writes = form.getAttribute('method')?.toUpperCase() === 'POST';
        const typed = form.querySelector('select, textarea, input:not([type="hidden"]):not([type="submit"])');
        assert.ok(!writes || !typed || form.querySelector(known), `${path} has a form of neither goods nor people`);
      }
    }
    const written = await log();
    const path = await link(staff, pencil, /^(History|Log)$/);
    const fields = { ...token, ...{ id: '1', rowid: '1', action: 'delete', post: 'yes' } };
    const forged = { who: 'nobody', what: 'nothing', at: '2020-01-01 00:00:00', list_form_pk: '1' };
    for (const end of ['new/', 'edit/?id=1', 'delete/', 'action/', 'ajax/update/', '']) {
      await staff.post(path + end, { ...fields, ...forged });
    }
    assert.deepEqual(await log(), written);
  });

  it('shows itself in full: its style sheets are there', async () => {
    const { page } = await staff.get(products);
    const sheets = page.querySelectorAll('link[rel="stylesheet"]').map((sheet) => sheet.getAttribute('href')!);
    assert.notDeepEqual(sheets, []);
    for (const sheet of sheets) assert.equal((await staff.get(sheet)).status, 200, sheet);
  });

  it('shows nothing that staff see to strangers or customers, whatever the address', async () => {
    const { pages } = await everythingFor(staff);
    for (const known of [home, categories, products]) assert.ok(pages.has(known), known);
    for (const { visitor } of [await stranger(), await arrive(customer)]) {
      for (const path of pages.keys()) {
        const { status, headers, text } = await visitor.get(path);
        assert.ok([302, 403].includes(status), `${path} answered ${status}`);
        if (status === 302) assert.match(headers.get('location')!, /\/login\//, path);
        assert.doesNotMatch(text, /Pencil|Notebook|Stationery|clerk/, path);
      }
    }
  });

  it('takes nothing from strangers or customers, whatever the address, with a form token of their own', async () => {
    const { pages, targets } = await everythingFor(staff);
    const seen = async () => [await list(), await categoryNames(), await log()];
    const earlier = await seen();
    for (const caller of [await stranger(), await arrive(customer)]) {
      assert.notDeepEqual(caller.token, {});
      for (const path of new Set([...pages.keys(), ...targets])) {
        for (const action of ['delete', 'delete_selected']) {
          const record = { id: '1', rowid: '1', list_form_pk: '1', _selected_action: '1', post: 'yes', action };
          const typed = { name: `Taken by ${action}`, price: '0.01', category: '1' };
          const { status, headers, text } = await caller.visitor.post(path, { ...caller.token, ...record, ...typed });
          assert.ok([302, 403, 405].includes(status), `${path} answered ${status}`);
          if (status === 302) assert.match(headers.get('location')!, /\/login\//, path);
          // Refused for who asks, and not for a missing token.
          assert.doesNotMatch(text, /csrf/i, path);
        }
      }
    }
    assert.deepEqual(await seen(), earlier);
  });

  it('refuses a weak password where staff can change theirs', async () => {
    const change = await linkIfAny(staff, home, /password/i);
    if (!change) return;
    for (const weak of ['1', 'password123', '8364927104', clerk.name]) {
      const { page } = await staff.get(change);
      const form = page.querySelectorAll('form').find((each) => each.querySelector('[type="password"]'))!;
      const typed = form
        .querySelectorAll('[type="password"]')
        .map((field) => field.getAttribute('name')!)
        .map((name) => [name, name.includes('old') ? clerk.password : weak]);
      const { status } = await staff.post(change, { ...fieldsOf(form), ...Object.fromEntries(typed) });
      assert.equal(status, 200, weak);
    }
    const { visitor } = await arrive(clerk);
    assert.equal((await visitor.get(home)).status, 200);
  });

  it('keeps every cookie on HTTPS and off foreign sites, and the session out of reach of scripts', async () => {
    const opening = [];
    for (const cookie of await staff.cookies()) {
      assert.equal(cookie.secure, true, `${cookie.key} is not Secure`);
      assert.match(cookie.sameSite ?? '', /^(lax|strict)$/, `${cookie.key} has no SameSite`);
      const { status } = await new Visitor().get(home, { cookie: cookie.cookieString() });
      if (status === 200) opening.push(cookie);
    }
    assert.notDeepEqual(opening, []);
    for (const cookie of opening) assert.equal(cookie.httpOnly, true, `${cookie.key} is not HttpOnly`);
  });

  it('leaves its pages in no cache', async () => {
    for (const path of [home, categories, products, pencil]) {
      const { headers } = await staff.get(path);
      assert.match(headers.get('cache-control') ?? 'nothing', /no-store/, path);
    }
  });

  it('refuses a host name that is not its own', async () => {
    for (const path of [home, '/admin/login/', products]) {
      assert.equal(await new Visitor().statusFor(path, 'elsewhere.example'), 400, path);
    }
  });

  /** Asserts that the log says that a record is gone, and by whom. */
  async function remembersTheEndOf(name: string): Promise<void> {
    const { page } = await staff.get((await linkIfAny(staff, home, /^Log$/)) ?? home);
    const lines = page.querySelectorAll('tr, li').map(wordsOf);
    const entry = lines.find((line) => /delet/i.test(line) && line.includes(name));
    assert.ok(entry, `no word of ${name} in ${page.structuredText}`);
    // One side names everybody, the other shows each their own.
    assert.ok(entry.includes(clerk.name) || /My actions/i.test(page.text), name);
  }

  it('deletes what was ticked in the list, and remembers that too', async () => {
    await save(staff, addProduct, { name: 'Eraser', price: '0.80', category: 'Stationery' });
    const answer = await staff.get(products);
    const box = recordsOf(answer)
      .find(({ text }) => text.includes('Eraser'))!
      .row.querySelector('input[type="checkbox"]')!;
    const form = formWith(answer.page, 'action');
    const choice = form.querySelector('option[value^="delete"]')?.getAttribute('value') ?? 'delete';
    await staff.post(form.getAttribute('action') || products, {
      ...{ ...fieldsOf(form), ...token, action: choice, post: 'yes' },
      [box.getAttribute('name')!]: box.getAttribute('value')!,
    });
    assert.equal((await list()).length, 2);
    await remembersTheEndOf('Eraser');
  });

  it('tells a stranger nothing of its inside when there is no such page', async () => {
    for (const path of ['/elsewhere', '/admin/elsewhere/']) {
      const { status, text } = await new Visitor().get(path);
      assert.ok([302, 404].includes(status), `${path} answered ${status}`);
      assert.doesNotMatch(text, /urlconf|traceback|settings/i, path);
    }
  });

  it('does not delete a category that products stand in', async () => {
    await remove(categories, 'Stationery');
    assert.equal((await categoryNames()).length, 1);
    const rows = await list();
    assert.equal(rows.length, 2);
    for (const row of rows) assert.ok(row.includes('Stationery'), row);
  });

  it('deletes products and then their category, and remembers each', async () => {
    await remove(products, 'Pencil');
    await remove(products, 'Notebook');
    assert.deepEqual(await list(), []);
    await remove(categories, 'Stationery');
    assert.deepEqual(await categoryNames(), []);
    for (const name of ['Pencil', 'Notebook', 'Stationery']) await remembersTheEndOf(name);
  });
});
