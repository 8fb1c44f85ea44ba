import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMarker, likenessTo, meaningOf } from './phrases.ts';

const said = (question: string) => new Map(meaningOf(question).map((stem) => [stem, 1]));
const likenesses = (question: string, ways: string[], unknown = 0, placeOf = (at: number) => at) =>
  likenessTo(
    ways.map((way, at) => ({ place: placeOf(at), stems: meaningOf(way) })),
    (stem) => (stem === 'flask' || stem === 'django' ? 0.1 : 1),
  )(said(question), unknown);
const like = (...given: Parameters<typeof likenesses>) => likenesses(...given).nearest;

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

describe('what a question asks beside its words', () => {
  const markersOf = (question: string) => meaningOf(question).filter((one) => isMarker(one) && !one.includes('>'));

  it('is both in one system, where they are joined and not compared', () => {
    for (const both of ['Can you use Flask with Django?', 'Django + Flask', 'flask inside a django project'])
      assert.deepEqual(markersOf(both), ['&'], both);
    for (const other of [
      'compare Flask with Django',
      'replace flask with django',
      'flask or django',
      'flask and django',
    ])
      assert.deepEqual(markersOf(other), [], other);
  });

  it('is a release, where a number stands behind a name', () => {
    for (const release of ['Flask 3 migration', 'Django 2.2', 'is python 3 enough'])
      assert.deepEqual(markersOf(release), ['#'], release);
    assert.deepEqual(markersOf('flask for 3 users'), []);
  });

  it('is what a thing is', () => {
    for (const what of [
      'What is Flask?',
      "what's django",
      'Qu’est-ce que Django ?',
      '¿Qué es Flask?',
      'Was ist Django',
    ])
      assert.deepEqual(markersOf(what), ['?'], what);
    assert.deepEqual(markersOf('what is the better choice for a shop with ten products'), []);
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

  it('to several ways is there where five share something with the question', () => {
    const ways = ['cheap hosting', 'free hosting', 'hosting plan', 'hosting price', 'shared hosting'];
    const one = () => 7;
    assert.ok(likenesses('hosting in the cloud', ways, 0, one).several.get(7)! > 0.4);
    assert.equal(likenesses('hosting in the cloud', ways.slice(1), 0, one).several.size, 0);
    assert.equal(likenesses('cheap pizza', ways, 0, one).several.size, 0);
  });
});
