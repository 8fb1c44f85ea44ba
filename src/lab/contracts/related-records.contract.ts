/** Related records: an old database that was brought up to date, and a list that asks for everything at once. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visitor, withStatements, type Answer } from '../contract.ts';

/** What the first release kept before the newer migrations ran: the author was a text of the book. */
const oldBooks = ['Emma, by Jane Austen', 'Persuasion, by Jane Austen', 'Middlemarch, by George Eliot'];

const booksOn = ({ page }: Answer) => page.querySelectorAll('li').map((item) => item.text);

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
  });

  it('refuse a book without the token of the form', async () => {
    const { status } = await new Visitor().post('/books', { title: 'Forged', author: 'Nobody' });
    assert.ok(status >= 400 && status < 500, `answered ${status}`);
    assert.equal(booksOn(await visitor.get('/books')).includes('Forged, by Nobody'), false);
  });
});
