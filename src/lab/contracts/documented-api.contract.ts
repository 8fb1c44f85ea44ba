/** An API for books that describes itself: paging, checked input, a token for whoever writes. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { rowsHolding, secret, Visitor, withStatements, type Answer } from '../contract.ts';

const books = '/api/books';
const client = new Visitor();
const token = secret('API_TOKEN');
const withToken = { authorization: `Bearer ${token}` };
const add = (value: unknown, headers: Record<string, string> = withToken) => client.postJson(books, value, headers);

/** Refused for what was sent: each framework’s package has its own status for it. */
function assertRefused(answer: Answer): void {
  assert.ok([400, 422].includes(answer.status), `answered ${answer.status}: ${answer.text}`);
  assert.match(answer.headers.get('content-type')!, /^application\/json/);
}

/** Every key of a JSON value, at any depth. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(keysIn)];
}

describe('the API', () => {
  before(async () => {
    for (let number = 1; number <= 45; number += 1) {
      const { status, text } = await add({ title: `Book ${number}`, year: 1900 + number });
      assert.equal(status, 201, text);
    }
  });

  it('answers with what was added, and keeps it', async () => {
    const added = (await add({ title: 'Emma', year: 1815 })).json();
    assert.deepEqual(added, { id: added.id, title: 'Emma', year: 1815 });
    const { status, json } = await client.get(`${books}/${added.id}`);
    assert.equal(status, 200);
    assert.deepEqual(json(), added);
  });

  it('leads through all pages, twenty books a page, none twice', async () => {
    const pages = [];
    for (let next: string | null = books; next !== null; next = pages.at(-1).next) {
      pages.push((await client.get(next)).json());
      assert.ok(pages.length < 10, 'the pages do not end');
    }
    const ids = pages.flatMap(({ results }) => results.map(({ id }: { id: number }) => id));
    assert.equal(pages[0].results.length, 20);
    assert.equal(pages[0].previous, null);
    assert.equal(new Set(ids).size, ids.length);
    for (const { count } of pages) assert.equal(count, ids.length);
    assert.ok(ids.length >= 45);
  });

  it('lets the caller choose the length of a page, up to fifty', async () => {
    const five = (await client.get(`${books}?page=2&per_page=5`)).json();
    assert.deepEqual(
      five.results.map(({ title }: { title: string }) => title),
      ['Book 6', 'Book 7', 'Book 8', 'Book 9', 'Book 10'],
    );
    for (let number = 1; number <= 10; number += 1) await add({ title: `More ${number}`, year: 2000 });
    const many = await client.get(`${books}?per_page=1000`);
    if (many.status === 200) assert.equal(many.json().results.length, 50);
    else assertRefused(many);
  });

  it('leads forth and back through pages of the length that the caller chose', async () => {
    const forth = [(await client.get(`${books}?per_page=7`)).json()];
    while (forth.at(-1).next !== null) forth.push((await client.get(forth.at(-1).next)).json());
    const back = [forth.at(-1)];
    while (back.at(-1).previous !== null) back.push((await client.get(back.at(-1).previous)).json());
    assert.ok(forth.length >= 7, `${forth.length} pages`);
    for (const { results } of forth.slice(0, -1)) assert.equal(results.length, 7);
    assert.deepEqual(
      back.reverse().map(({ results }) => results),
      forth.map(({ results }) => results),
    );
  });

  it('is not opened to the scripts of other sites', async () => {
    const { headers } = await client.get(books, { origin: 'https://elsewhere.example' });
    assert.equal(headers.get('access-control-allow-origin'), null);
  });

  it('counts and reads in two SQL statements, however many books a page has', async () => {
    for (const length of [1, 20, 45]) {
      const [{ json }, statements] = await withStatements(() => client.get(`${books}?per_page=${length}`));
      assert.equal(json().results.length, length);
      assert.equal(statements.length, 2, statements.join('\n'));
    }
  });

  for (const query of ['page=abc', 'page=0', 'page=-1', 'page=1.5', `page=${'9'.repeat(30)}`]) {
    it(`refuses ${query}, as JSON`, async () => {
      const { status, headers } = await client.get(`${books}?${query}`);
      assert.ok(status >= 400 && status < 500, `answered ${status}`);
      assert.match(headers.get('content-type')!, /^application\/json/);
    });
  }

  for (const query of [
    'page=',
    'per_page=abc',
    'per_page=0',
    'per_page=-1',
    'per_page=',
    `per_page=${'9'.repeat(30)}`,
  ]) {
    it(`refuses ${query}, or gives a page of at most fifty`, async () => {
      const answer = await client.get(`${books}?${query}`);
      if (answer.status !== 200) return assertRefused(answer);
      const { length } = answer.json().results;
      assert.ok(length >= 1 && length <= 50, `${length} books`);
    });
  }

  it('leads to its own host only, whatever host the caller names', async () => {
    for (const host of ['elsewhere.example', 'localhost.elsewhere.example']) {
      assert.equal(await client.statusFor(books, host), 400, host);
    }
    const own = (await client.get(books)).json().next;
    assert.equal(new URL(own).hostname, 'localhost');
    const forwarded = { 'x-forwarded-host': 'elsewhere.example', forwarded: 'host=elsewhere.example' };
    assert.equal((await client.get(books, forwarded)).json().next, own);
  });

  it('says that a page or a book does not exist, as JSON', async () => {
    for (const path of [`${books}?page=999`, `${books}/999999`, `${books}/0`, `${books}/${'9'.repeat(30)}`]) {
      const { status, headers } = await client.get(path);
      assert.equal(status, 404);
      assert.match(headers.get('content-type')!, /^application\/json/);
    }
  });

  for (const [what, value, fields] of [
    ['an empty object', {}, ['title', 'year']],
    ['an empty title', { title: '', year: 2000 }, ['title']],
    ['a title of blanks', { title: ' \t\u00a0', year: 2000 }, ['title']],
    ['a title that is a number', { title: 5, year: 2000 }, ['title']],
    ['a title that is a list', { title: ['Emma'], year: 2000 }, ['title']],
    ['a title that is null', { title: null, year: 2000 }, ['title']],
    ['a title with a NUL in it', { title: 'Em\0ma', year: 2000 }, ['title']],
    ['a title with half a character', { title: 'Em\ud800ma', year: 2000 }, ['title']],
    ['a missing title', { year: 2000 }, ['title']],
    ['a missing year', { title: 'Emma' }, ['year']],
    ['a year that is null', { title: 'Emma', year: null }, ['year']],
    ['a year with a fraction', { title: 'Emma', year: 2000.7 }, ['year']],
    ['a year that is a text', { title: 'Emma', year: '2000' }, ['year']],
    ['a year that is true', { title: 'Emma', year: true }, ['year']],
    ['a year of thirty digits', { title: 'Emma', year: 1e30 }, ['year']],
    ['a year after 2100', { title: 'Emma', year: 2101 }, ['year']],
    ['a title of 201 letters', { title: 'x'.repeat(201), year: 2000 }, ['title']],
    ['a year in words', { title: 'Emma', year: 'last year' }, ['year']],
    ['a year before printing', { title: 'Emma', year: 1449 }, ['year']],
    ['a title and a year that are both wrong', { title: '', year: 2101 }, ['title', 'year']],
  ] as const) {
    it(`refuses ${what}, names each field that is wrong and no other, and keeps nothing`, async () => {
      const before = (await client.get(books)).json().count;
      const answer = await add(value);
      assertRefused(answer);
      const named = keysIn(answer.json()).filter((key) => key === 'title' || key === 'year');
      assert.deepEqual(named.sort(), fields);
      assert.equal((await client.get(books)).json().count, before);
    });
  }

  it('takes the limits themselves', async () => {
    for (const value of [
      { title: 'x'.repeat(200), year: 1450 },
      { title: 'y', year: 2100 },
    ]) {
      const { status, json } = await add(value);
      assert.equal(status, 201);
      assert.deepEqual(json(), { ...value, id: json().id });
    }
  });

  it('keeps a title as it was sent, but for blanks around it', async () => {
    const { json } = await add({ title: '  <b>"Größe" & \'注文\' 📚</b> ', year: 2000 });
    assert.equal(json().title, '<b>"Größe" & \'注文\' 📚</b>');
    assert.equal((await client.get(`${books}/${json().id}`)).json().title, json().title);
  });

  it('numbers the books itself, so that nobody can write over one', async () => {
    const { id } = (await add({ title: 'Original', year: 2000 })).json();
    for (const sent of [id, id + 1000]) {
      const answer = await add({ id: sent, title: 'Overwritten', year: 2001 });
      if (answer.status === 201) assert.notEqual(answer.json().id, sent);
      else assertRefused(answer);
    }
    assert.deepEqual((await client.get(`${books}/${id}`)).json(), { id, title: 'Original', year: 2000 });
  });

  for (const body of ['{', '', '[]', 'null', '"Emma"', '7', '{"title": "Emma", "year": NaN}']) {
    it(`refuses the body ${body || 'that is empty'}`, async () => {
      const headers = { ...withToken, 'content-type': 'application/json' };
      assertRefused(await client.send(books, { method: 'POST', body, headers }));
    });
  }

  it('takes no form in place of JSON', async () => {
    const { status } = await client.post(books, { title: 'Posted', year: '2000' }, withToken);
    assert.ok(status >= 400 && status < 500, `answered ${status}`);
    assert.deepEqual(rowsHolding('Posted'), []);
  });

  for (const [what, headers] of Object.entries({
    'no token': {},
    'a token that was made up': { authorization: 'Bearer made-up' },
    'a token of letters that a header cannot hold': { authorization: `Bearer ${'é'.repeat(8)}` },
    'an empty token': { authorization: 'Bearer ' },
    'the word Bearer alone': { authorization: 'Bearer' },
    'the first letter of the token': { authorization: `Bearer ${token[0]}` },
    'all of the token but its last letter': { authorization: `Bearer ${token.slice(0, -1)}` },
    'all of the token but its first letter': { authorization: `Bearer ${token.slice(1)}` },
    'the token with a letter more': { authorization: `Bearer ${token}0` },
    'the token in capitals': { authorization: `Bearer ${token.toUpperCase()}` },
    'the token twice': { authorization: `Bearer ${token} ${token}` },
    'the token without the word Bearer': { authorization: token },
    'the token as a password': { authorization: `Basic ${btoa(`api:${token}`)}` },
    'the token in a cookie': { cookie: `token=${token}; api_token=${token}` },
  } as Record<string, Record<string, string>>)) {
    it(`lets nobody write with ${what}`, async () => {
      const answer = await add({ title: 'Forged', year: 2000 }, headers);
      assert.equal(answer.status, 401);
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer\b/i);
      assert.match(answer.headers.get('content-type')!, /^application\/json/);
      assert.deepEqual(rowsHolding('Forged'), []);
    });
  }

  it('lets nobody write with the token in the address, where logs would keep it', async () => {
    for (const name of ['token', 'api_token', 'access_token']) {
      const { status } = await client.postJson(`${books}?${name}=${token}`, { title: 'Forged', year: 2000 });
      assert.equal(status, 401, name);
    }
  });

  it('lets nobody change or delete a book, with the token or without', async () => {
    const { id } = (await add({ title: 'Kept', year: 2000 })).json();
    const init = { body: '{"title":"Changed","year":2001}', headers: { 'content-type': 'application/json' } };
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      for (const path of [books, `${books}/${id}`]) {
        if (method === 'POST' && path === books) continue;
        const stranger = await client.send(path, { ...init, method });
        assert.ok([401, 405].includes(stranger.status), `${method} ${path}: ${stranger.status}`);
        const known = await client.send(path, { ...init, method, headers: { ...init.headers, ...withToken } });
        assert.equal(known.status, 405, `${method} ${path}`);
      }
    }
    assert.deepEqual((await client.get(`${books}/${id}`)).json(), { id, title: 'Kept', year: 2000 });
    assert.deepEqual(rowsHolding('Changed'), []);
  });

  it('lets everybody read, with the token or without', async () => {
    assert.equal((await client.get(books)).status, 200);
    assert.equal((await client.get(`${books}/1`)).status, 200);
    assert.equal((await client.get(books, withToken)).status, 200);
  });

  it('tells nobody its token', async () => {
    for (const path of [books, `${books}/1`, `${books}/999999`, '/openapi.json', '/elsewhere']) {
      assert.ok(!(await client.get(path)).text.includes(token), path);
    }
  });
});

describe('the description of the API', () => {
  const title = { title: 'Persuasion', year: 1817 };
  let description: any;
  before(async () => {
    const { status, json } = await client.get('/openapi.json');
    assert.equal(status, 200);
    description = json();
  });

  it('is a valid OpenAPI 3 document', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(description));
    assert.ok(valid, JSON.stringify(errors));
    assert.match(description.openapi, /^3\./);
  });

  it('lists what can be asked for, with the settings of the page', () => {
    const single = Object.keys(description.paths).find((path) => /^\/api\/books\/\{\w+\}$/.test(path));
    assert.deepEqual(Object.keys(description.paths).sort(), [books, single]);
    const parameters = description.paths[books].get.parameters.map(({ name }: { name: string }) => name);
    assert.deepEqual(parameters.sort(), ['page', 'per_page']);
  });

  it('says that writing needs a token and reading does not', () => {
    const { get, post } = description.paths[books];
    const scheme = Object.keys(post.security[0])[0]!;
    const { type, scheme: how } = description.components.securitySchemes[scheme];
    assert.deepEqual([type, how], ['http', 'bearer']);
    const open = get.security ?? description.security ?? [{}];
    assert.ok(open.some((needed: object) => Object.keys(needed).length === 0));
  });

  it('fits what the API takes and gives', async () => {
    const checker = new Ajv2020({ strict: false, validateFormats: false });
    checker.addSchema(description, 'description');
    const place = (path: string) => path.replaceAll('~', '~0').replaceAll('/', '~1');
    const fits = (value: unknown, operation: string, part: string) => {
      const schema = `description#/paths/${place(books)}/${operation}/${part}/content/application~1json/schema`;
      const check = checker.getSchema(schema)!;
      return check(value) || checker.errorsText(check.errors);
    };
    assert.equal(fits((await client.get(`${books}?page=2`)).json(), 'get', 'responses/200'), true);
    assert.equal(fits((await add(title)).json(), 'post', 'responses/201'), true);
    assert.notEqual(fits({ title: 'Emma', year: 'last year' }, 'post', 'requestBody'), true);
    assert.notEqual(fits({ title: 'Emma', year: 1449 }, 'post', 'requestBody'), true);
  });
});
