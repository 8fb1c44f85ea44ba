import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparedInWords, similarTeams, type Comparable } from './similar.ts';

const given = { size: 'small', data: 'personal', existing: 'shared', known: 'flask', people: 'two' };
const team = (id: string, answers: Comparable['answers'], date?: string): Comparable => ({ id, answers, date });
const ids = (teams: Comparable[]) => similarTeams(given, teams).map((each) => each.team.id);

describe('similar teams', () => {
  it('come nearest first, and more answers alike are nearer than fewer', () => {
    const three = team('three', { size: 'small', data: 'personal', existing: 'shared' });
    const five = team('five', given);
    const mixed = team('mixed', { ...given, size: 'large' });
    assert.deepEqual(ids([mixed, three, five]), ['five', 'three', 'mixed']);
  });

  it('share three answers at least', () => {
    assert.deepEqual(ids([team('two', { size: 'small', data: 'personal', other: 'yes' })]), []);
  });

  it('are alike in more than they differ in', () => {
    const half = { size: 'small', data: 'personal', existing: 'none', known: 'django' };
    assert.deepEqual(ids([team('half', half)]), []);
  });

  it('come the later one first where two are equally near, and one without a date last', () => {
    const answers = { size: 'small', data: 'personal', existing: 'shared' };
    const teams = [team('undated', answers), team('old', answers, '2014-05'), team('new', answers, '2021')];
    assert.deepEqual(ids(teams), ['new', 'old', 'undated']);
  });

  it('say what is alike and what differs', () => {
    const [found] = similarTeams(given, [team('a', { ...given, people: 'many' })]);
    assert.deepEqual(found!.differing, ['people']);
    assert.equal(found!.alike.length, 4);
  });

  it('count as shared only what both answered, and three are enough', () => {
    const teams = [team('three', { size: 'small', data: 'personal', existing: 'none', other: 'yes' })];
    const [found] = similarTeams(given, teams);
    assert.deepEqual([found!.alike, found!.differing], [['size', 'data'], ['existing']]);
    assert.equal(similarTeams({ size: 'small', data: 'personal' }, teams).length, 0);
  });

  it('are told with how many answers are shared, which are the same, and what is different there', () => {
    const words = {
      question: (id: string) => `The ${id}`,
      reason: (question: string, option: string) => `A ${option} ${question}`,
    };
    const told = (answers: Comparable['answers']) =>
      similarTeams(given, [team('a', answers)]).map((found) => comparedInWords(found, words));
    assert.deepEqual(told({ size: 'small', data: 'personal', existing: 'shared', people: 'many' }), [
      '4 answers are shared, 3 are the same: the size, the data, the existing. Different there: a many people.',
    ]);
    assert.deepEqual(told({ size: 'small', data: 'personal', known: 'flask' }), [
      '3 answers are shared, all are the same: the size, the data, the known.',
    ]);
  });

  it('are three at most unless told otherwise', () => {
    const teams = ['a', 'b', 'c', 'd'].map((id) => team(id, given));
    assert.equal(similarTeams(given, teams).length, 3);
    assert.equal(similarTeams(given, teams, 4).length, 4);
  });
});
