/** Related records: an old database that was brought up to date, and a list that asks for everything at once. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldsOf, rowsHolding, rowsOf, statementsSoFar, Visitor, withStatements, type Answer } from '../contract.ts';

/** What the first release kept before the newer migrations ran: the author was a text of the book. */
const oldBooks = ['Emma, by Jane Austen', 'Persuasion, by Jane Austen', 'Middlemarch, by George Eliot'];

const booksOn = ({ page }: Answer) => page.querySelectorAll('li').map((item) => item.text);

/** The fields beside which a message stands that they name as theirs. */
const fieldsWithMessages = ({ page }: Answer) =>
  ['title', 'author'].filter((name) => {
    const field = page.querySelector(`form [name=${name}]`)!;
    const describedBy = field.getAttribute('aria-describedby');
    return describedBy && field.parentNode!.querySelector(`[id="${describedBy}"]`)?.text.trim();
  });

describe('related records', () => {
  const visitor = new Visitor();

  it('keep every book of the old database, with its author', async () => {
    const answer = await visitor.get('/books');
    assert.equal(answer.status, 200);
    assert.deepEqual(booksOn(answer), oldBooks);
  });

  it('take one SQL statement for three books, and one for fifty', async () => {
    const [few, forThree] = await withStatements(() => visitor.get('/books'));
    assert.equal(booksOn(few).length, 3);
    for (let number = 4; number <= 50; number += 1) {
      const { status } = await visitor.fillIn('/books', { title: `Book ${number}`, author: `Author ${number}` });
      assert.equal(status, 302);
    }
    const [many, forFifty] = await withStatements(() => visitor.get('/books'));
    assert.equal(booksOn(many).length, 50);
    assert.equal(booksOn(many).at(-1), 'Book 50, by Author 50');
    assert.equal(forThree.length, 1, forThree.join('\n'));
    assert.equal(forFifty.length, 1, forFifty.join('\n'));
  });

  it('give an author who is known a further book instead of a double', async () => {
    // The database refuses a second author of the same name.
    const { status } = await visitor.fillIn('/books', { title: 'Sanditon', author: 'Jane Austen' });
    assert.equal(status, 302);
    assert.equal(booksOn(await visitor.get('/books')).at(-1), 'Sanditon, by Jane Austen');
    assert.equal(rowsHolding('Jane Austen').length, 1);
  });

  it('keep the name of an author as it was typed, and take no other author for the same', async () => {
    for (const author of ['jane austen', 'Jane Auste', 'Jane Austen II', 'Jane%']) {
      assert.equal((await visitor.fillIn('/books', { title: 'Another', author })).status, 302);
      assert.equal(booksOn(await visitor.get('/books')).at(-1), `Another, by ${author}`);
    }
  });

  it('count no blanks around a title or an author', async () => {
    await visitor.fillIn('/books', { title: '  Lady Susan ', author: ' George Eliot\t' });
    assert.equal(booksOn(await visitor.get('/books')).at(-1), 'Lady Susan, by George Eliot');
    assert.equal(rowsHolding('George Eliot').length, 1);
    assert.deepEqual(
      rowsHolding('Lady Susan').map(({ title }) => title),
      ['Lady Susan'],
    );
  });

  for (const [what, fields, wrong] of [
    ['without a title', { author: 'Orphan Author' }, ['title']],
    ['without an author', { title: 'Orphan Book' }, ['author']],
    ['with an empty title', { title: '', author: 'Orphan Author' }, ['title']],
    ['with a title of blanks', { title: ' \t\u00a0', author: 'Orphan Author' }, ['title']],
    ['with an author of blanks', { title: 'Orphan Book', author: '   ' }, ['author']],
    ['with a title of 201 letters', { title: 'x'.repeat(201), author: 'Orphan Author' }, ['title']],
    ['with a title of 5,000 letters', { title: 'x'.repeat(5000), author: 'Orphan Author' }, ['title']],
    ['with an author of 201 letters', { title: 'Orphan Book', author: 'y'.repeat(201) }, ['author']],
    ['with a NUL in its title', { title: 'Orphan\0Book', author: 'Orphan Author' }, ['title']],
    ['with neither', {}, ['title', 'author']],
  ] as const) {
    it(`refuse a book ${what}, say so at the field, and keep nothing of it`, async () => {
      const { page: empty } = await visitor.get('/books');
      const { title: _title, author: _author, ...token } = fieldsOf(empty.querySelector('form')!);
      const answer = await visitor.post('/books', { ...token, ...fields });
      assert.equal(answer.status, 200);
      assert.deepEqual(fieldsWithMessages(answer), wrong);
      for (const text of ['Orphan', 'x'.repeat(100), 'y'.repeat(100)]) assert.deepEqual(rowsHolding(text), []);
    });
  }

  it('take a title and an author of 200 letters', async () => {
    const fields = { title: 'T'.repeat(200), author: 'A'.repeat(200) };
    assert.equal((await visitor.fillIn('/books', fields)).status, 302);
    assert.equal(booksOn(await visitor.get('/books')).at(-1), `${fields.title}, by ${fields.author}`);
  });

  it('show markup in a title or an author as text', async () => {
    const fields = { title: '<script>alert(1)</script> & "Co"', author: "<img src=x> & 'Sons'" };
    assert.equal((await visitor.fillIn('/books', fields)).status, 302);
    const { page, text } = await visitor.get('/books');
    assert.equal(page.querySelectorAll('script, img').length, 0);
    assert.ok(!text.includes('<script>'));
    assert.equal(page.querySelectorAll('li').at(-1)!.text, `${fields.title}, by ${fields.author}`);
  });

  it('are not added by a link', async () => {
    await new Visitor().get('/books?title=Linked&author=Nobody');
    assert.deepEqual(rowsHolding('Linked'), []);
  });

  it('are bound together by the database, which is asked to hold the bond', () => {
    const keys = rowsOf(`
      SELECT list."table" AS parent, list."from" AS field FROM sqlite_schema AS child
      JOIN pragma_foreign_key_list(child.name) AS list WHERE child.type = 'table'
    `);
    assert.deepEqual(
      keys.map(({ parent, field }) => [String(parent).replace(/^books_/, ''), field]),
      [['author', 'author_id']],
    );
    const orders = statementsSoFar().filter((statement) => /^PRAGMA foreign_keys\b/i.test(statement));
    assert.match(orders.at(-1) ?? 'none', /=\s*(ON|1)$/i);
  });

  it('are refused to a caller that names another host', async () => {
    assert.equal(await visitor.statusFor('/books', 'elsewhere.example'), 400);
    assert.equal(await visitor.statusFor('/books', 'localhost.elsewhere.example'), 400);
  });

  it('refuse a book without the token of the form', async () => {
    for (const stranger of [new Visitor(), visitor]) {
      const { status } = await stranger.post('/books', { title: 'Forged', author: 'Nobody' });
      assert.ok(status >= 400 && status < 500, `answered ${status}`);
    }
    assert.deepEqual(rowsHolding('Forged'), []);
  });
});
