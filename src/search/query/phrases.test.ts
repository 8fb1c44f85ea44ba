import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likenessTo, meaningOf } from './phrases.ts';

const said = (question: string) => new Map(meaningOf(question).map((stem) => [stem, 1]));
const like = (question: string, ways: string[], unknown = 0) =>
  likenessTo(
    ways.map((way, place) => ({ place, stems: meaningOf(way) })),
    (stem) => (stem === 'flask' || stem === 'django' ? 0.1 : 1),
  )(said(question), unknown);

describe('what a question says', () => {
  it('is its words in any form, without those that only ask', () => {
    assert.deepEqual(meaningOf('How do we host our sites?'), meaningOf('hosting a site'));
  });

  it('is which way a move goes', () => {
    const there = meaningOf('migrating from flask to django');
    assert.deepEqual(
      there.filter((one) => one.includes('>')),
      ['flask>', '>django'],
    );
    for (const same of ['to Django from Flask, moving', 'port flask to django', 'replace Flask with Django'])
      assert.deepEqual(
        meaningOf(same).filter((one) => one.includes('>')),
        ['flask>', '>django'],
        same,
      );
    assert.ok(meaningOf('from django to flask').includes('>flask'));
    assert.deepEqual(
      meaningOf('flask or django').filter((one) => one.includes('>')),
      [],
    );
  });
});

describe('likeness', () => {
  it('is whole for the same words, and grows with what both say', () => {
    const [same, near, far] = [
      ...like('cheap hosting plan', ['cheap hosting plan', 'cheap hosting', 'hosting']).values(),
    ];
    assert.ok(same! > near! && near! > far!);
  });

  it('counts a way of asking that stands whole in a long question', () => {
    const whole = like('what is the learning curve for a team that comes from java', ['learning curve']).get(0)!;
    const part = like('what is the learning rate for a team that comes from java', ['learning curve']).get(0) ?? 0;
    assert.ok(whole > 0.55 && part < 0.4);
  });

  it('is less where much of the question is unknown', () => {
    assert.ok(like('hosting plan', ['hosting plan'], 3).get(0)! < like('hosting plan', ['hosting plan']).get(0)!);
  });

  it('is none where nothing is shared, or only a word of every question', () => {
    assert.equal(like('flask', ['hosting of flask on a server']).size, 0);
    assert.equal(like('pizza', ['hosting']).size, 0);
  });
});
