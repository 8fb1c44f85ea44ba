import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publishedModel } from './content-files.ts';
import { estimate, prepare } from './evaluate.ts';
import { fairnessAudit, randomAnswers, type Winners } from './fairness.ts';
import { alternatives, type Alternative } from './model.ts';
import { seeded } from './random.ts';

const model = publishedModel();

describe('random answers', () => {
  const draw = seeded(1);
  const many = Array.from({ length: 2_000 }, () => randomAnswers(model, draw));
  const part = (holds: (answers: (typeof many)[number]) => boolean) => many.filter(holds).length / many.length;

  it('choose each option equally often', () => {
    for (const { id, options } of model.questions)
      for (const option of options) {
        const share = part(({ choices }) => choices[id] === option.id);
        assert.ok(Math.abs(share - 1 / options.length) < 0.04, `${id}=${option.id}: ${share}`);
      }
  });

  it('tick a feature as often as systems need it', () => {
    const wanted: Record<string, number> = {
      orm: 0.4,
      files: 0.4,
      twofa: 0.2,
      sso: 0.2,
      realtime: 0.2,
      cms: 0.1,
      shop: 0.1,
    };
    for (const [feature, often] of Object.entries(wanted)) {
      const share = part(({ first }) => first!.includes(feature));
      assert.ok(Math.abs(share - often) < 0.04, `${feature}: ${share}`);
    }
    assert.ok(many.every(({ later }) => later!.length === 0));
  });
});

describe('the fairness audit', () => {
  const count = 1_500;
  const audit = fairnessAudit(model, count, 42);

  it('shows the tilt of the published model', (test) => {
    const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
    const line = (what: string, { count: of, close, ...first }: Winners) =>
      `${what}: ${of} answers; first ${alternatives.map((one) => `${one} ${percent(first[one])}`).join(', ')}; close ${percent(close)}`;
    test.diagnostic(line('all', audit.all));
    test.diagnostic(line('together', audit.together));
    test.diagnostic(line('apart', audit.apart));
    for (const { criterion, flask, django, difference } of audit.criteria)
      test.diagnostic(
        `${criterion}: Flask ahead ${percent(flask)}, Django ${percent(django)}, ${difference.toFixed(1)} points`,
      );
    // No criterion but security, where our tables never favour Flask, may leave one of the two without any case.
    for (const { criterion, flask, django } of audit.criteria)
      if (criterion !== 'security') assert.ok(flask > 0 && django > 0, criterion);
    for (const one of alternatives) assert.ok(audit.all[one] > 0.05, `${one} hardly ever comes first`);
  });

  it('is the same for the same seed, and about the same for another', () => {
    assert.deepEqual(fairnessAudit(model, 200, 42), fairnessAudit(model, 200, 42));
    const other = fairnessAudit(model, count, 7);
    assert.notDeepEqual(other, audit);
    for (const one of alternatives) assert.ok(Math.abs(other.all[one] - audit.all[one]) < 0.07, one);
  });

  it('counts every answer once, by who comes first and by whether parts run apart', () => {
    assert.equal(audit.all.count, count);
    assert.equal(audit.together.count + audit.apart.count, count);
    assert.ok(Math.abs(audit.together.count / count - 0.25) < 0.05);
    for (const winners of [audit.all, audit.together, audit.apart])
      assert.ok(Math.abs(alternatives.reduce((sum, one) => sum + winners[one], 0) - 1) < 1e-9);
    for (const one of [...alternatives, 'close'] as const) {
      const parts = audit.together[one] * audit.together.count + audit.apart[one] * audit.apart.count;
      assert.ok(Math.abs(parts / count - audit.all[one]) < 1e-9, one);
    }
    assert.ok(audit.together.both < 0.1 && audit.apart.both > 0.2);
  });

  it('is what the answers that it draws come to', () => {
    const draw = seeded(5);
    const prepared = prepare(model, { choices: {} });
    const found = Array.from({ length: 50 }, () => estimate(prepared, randomAnswers(model, draw)));
    const small = fairnessAudit(model, 50, 5);
    const first = (one: Alternative) => found.filter(({ ranking }) => ranking[0] === one).length / 50;
    for (const one of alternatives) assert.equal(small.all[one], first(one));
    assert.equal(small.all.close, found.filter(({ gap }) => gap < 2.5).length / 50);
    for (const { criterion, flask, django, difference } of small.criteria) {
      const leads = found.map(({ scores }) => scores[criterion]!.flask - scores[criterion]!.django);
      assert.equal(flask, leads.filter((lead) => lead > 0).length / 50);
      assert.equal(django, leads.filter((lead) => lead < 0).length / 50);
      assert.ok(Math.abs(difference - leads.reduce((sum, lead) => sum + lead) / 50) < 1e-9);
    }
    assert.deepEqual(
      small.criteria.map(({ criterion }) => criterion),
      model.criteria.map(({ id }) => id),
    );
  });

  it('has nothing to say where no answers were drawn', () => {
    const { all, criteria } = fairnessAudit(model, 0, 1);
    assert.deepEqual(all, { count: 0, flask: 0, django: 0, both: 0, close: 0 });
    assert.ok(criteria.every(({ flask, django, difference }) => flask === 0 && django === 0 && difference === 0));
  });
});
