/** An API for books that describes itself: paging, checked input, a token for whoever writes. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { secret, Visitor, type Answer } from '../contract.ts';

const books = '/api/books';
const client = new Visitor();
const withToken = { authorization: `Bearer ${secret('API_TOKEN')}` };
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

  it('says that a page or a book does not exist, as JSON', async () => {
    for (const path of [`${books}?page=999`, `${books}/999999`]) {
      const { status, headers } = await client.get(path);
      assert.equal(status, 404);
      assert.match(headers.get('content-type')!, /^application\/json/);
    }
  });

  for (const [what, value, fields] of [
    ['an empty object', {}, ['title', 'year']],
    ['an empty title', { title: '', year: 2000 }, ['title']],
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

  it('refuses a body that is no JSON', async () => {
    const headers = { ...withToken, 'content-type': 'application/json' };
    assertRefused(await client.send(books, { method: 'POST', body: '{', headers }));
  });

  it('lets nobody write without the token, and everybody read', async () => {
    for (const headers of [{}, { authorization: 'Bearer made-up' }, { authorization: `Bearer ${'é'.repeat(8)}` }]) {
      const { status } = await add({ title: 'Forged', year: 2000 }, headers as Record<string, string>);
      assert.equal(status, 401);
    }
    assert.equal((await client.get(books)).status, 200);
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
