import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentOfModel, publishedModel } from './content-files.ts';
import { modelFrom, nameOf, type CalculatorContent } from './from-content.ts';
import { always, changedModels } from './generators.ts';
import { assumptionNames, mean, modelProblems, optionOf, type Feature, type Model, type Question } from './model.ts';
import { limitsOf } from './number-limits.ts';

const model = publishedModel();

/** The model with one question or feature changed. */
const withQuestion = (id: string, change: (question: Question) => Question): Model => ({
  ...model,
  questions: model.questions.map((question) => (question.id === id ? change(question) : question)),
});
const withFeature = (id: string, change: Partial<Feature>): Model => ({
  ...model,
  features: model.features.map((feature) => (feature.id === id ? { ...feature, ...change } : feature)),
});
const withNumbers = (numbers: Record<string, readonly [number, number, number]>): Model => ({
  ...model,
  assumptions: { ...model.assumptions, ...numbers },
});

describe('the model', () => {
  it('that is published has no problem, nor has one with other sensible numbers', () => {
    assert.deepEqual(modelProblems(model), []);
    always([changedModels(model)], (changed) => assert.deepEqual(modelProblems(changed), []), { cases: 200 });
  });

  it('names a number that is missing, and one that nothing reads', () => {
    const { turnover: _, ...assumptions } = model.assumptions;
    assert.deepEqual(modelProblems({ ...model, assumptions }), ['assumptions: "turnover" is missing']);
    assert.deepEqual(modelProblems(withNumbers({ luck: [1, 2, 3] })), ['assumptions: nothing reads "luck"']);
  });

  it('names a range that does not rise from the least that it may be', () => {
    const problems = (range: readonly [number, number, number]) => modelProblems(withNumbers({ turnover: range }));
    assert.deepEqual(problems([0, 0, 0]), []);
    assert.deepEqual(problems([-1, 1, 2]), [
      'assumptions: turnover: -1, 1, 2 must be three numbers from 0 to 10,000 that do not fall',
    ]);
    assert.deepEqual(problems([3, 2, 4]), [
      'assumptions: turnover: 3, 2, 4 must be three numbers from 0 to 10,000 that do not fall',
    ]);
    assert.deepEqual(problems([1, 3, 2]), [
      'assumptions: turnover: 1, 3, 2 must be three numbers from 0 to 10,000 that do not fall',
    ]);
    assert.deepEqual(problems([1, 2, Infinity]), [
      'assumptions: turnover: 1, 2, Infinity must be three numbers from 0 to 10,000 that do not fall',
    ]);
    assert.deepEqual(problems([NaN, 2, 3]), [
      'assumptions: turnover: NaN, 2, 3 must be three numbers from 0 to 10,000 that do not fall',
    ]);
    assert.deepEqual(modelProblems(withNumbers({ optimism: [0.9, 1, 2] })), [
      'assumptions: optimism: 0.9, 1, 2 must be three numbers from 1 to 10,000 that do not fall',
    ]);
    assert.deepEqual(modelProblems(withFeature('rest', { effort: { flask: [1, 2, 3], django: [2, 1, 3] } })), [
      'features: rest.django: 2, 1, 3 must be three numbers from 0 to 10,000 that do not fall',
    ]);
    assert.deepEqual(modelProblems(withFeature('rest', { effort: { flask: [2, 1, 3], django: [1, 2, 3] } })), [
      'features: rest.flask: 2, 1, 3 must be three numbers from 0 to 10,000 that do not fall',
    ]);
  });

  it('names shares that do not add up, scores beyond the scale, and a criterion that is none', () => {
    assert.deepEqual(modelProblems(withQuestion('size', (question) => ({ ...question, share: 0.5 }))), [
      'criteria: the questions of structure share 0.9, not 1',
    ]);
    const scored = (flask: number) =>
      modelProblems(
        withQuestion('workload', (question) => ({
          ...question,
          options: question.options.map((option) =>
            option.id === 'plain' ? { ...option, scores: { ...option.scores!, flask } } : option,
          ),
        })),
      );
    assert.deepEqual([scored(0), scored(100)], [[], []]);
    for (const wrong of [-1, 101])
      assert.deepEqual(scored(wrong), ['questions: workload.plain needs scores from 0 to 100']);
    const unscored = withQuestion('workload', (question) => ({ ...question, options: [{ id: 'plain' }] }));
    assert.ok(modelProblems(unscored).includes('questions: workload.plain needs scores from 0 to 100'));
    assert.deepEqual(modelProblems(withQuestion('ops', (question) => ({ ...question, criterion: 'luck', share: 1 }))), [
      'questions: ops scores on "luck", which is no criterion',
    ]);
    assert.deepEqual(modelProblems(withQuestion('workload', ({ criterion: _, share: __, ...rest }) => rest)), [
      'criteria: the questions of scale share 0, not 1',
    ]);
  });

  it('names ties to answers, features and questions that there are not', () => {
    const tied = withQuestion('ops', (question) => ({
      ...question,
      asked: { question: 'size', options: ['huge'] },
      options: [{ id: 'one', likelier: { 'size.huge': 2, 'size.tiny': 2 }, idles: ['teapot', 'rest'] }],
    }));
    const own = modelProblems(tied).filter((problem) => problem.startsWith('questions: ops'));
    assert.deepEqual(own, [
      'questions: ops.one: "size.huge" is no answer to any question',
      'questions: ops.one idles "teapot", which is no feature',
      'questions: ops is asked after "size.huge", which is no answer',
    ]);
    assert.deepEqual(modelProblems(withFeature('rest', { likelier: { 'size.huge': 2 } })), [
      'features: rest: "size.huge" is no answer to any question',
    ]);
  });

  it('needs each number once, by one name, in one order', () => {
    const names = assumptionNames(model);
    assert.deepEqual(names, [...new Set(names)].sort());
    assert.deepEqual([...names], Object.keys(model.assumptions).sort());
    for (const name of [
      'own-features.tiny',
      'developers.p7',
      'learning-pace.new',
      'second-service-pace.one',
      'optimism',
    ])
      assert.ok(names.includes(name), name);
  });

  it('says which numbers cannot be nothing', () => {
    assert.deepEqual(
      ['optimism', 'bias'].map((name) => limitsOf(name).least),
      [1, 1],
    );
    assert.deepEqual(
      ['days-per-month', 'developers.p2', 'developers.p7'].map((name) => limitsOf(name).least),
      [0.1, 0.1, 0.1],
    );
    assert.deepEqual(
      ['turnover', 'learners.p2', 'own-features.tiny'].map((name) => limitsOf(name).least),
      [0, 0, 0],
    );
    assert.deepEqual(
      ['templates', 'moving-share.keep', 'moving.small'].map((name) => limitsOf(name).most),
      [1, 1, 10_000],
    );
  });

  it('has options by name, and no others', () => {
    const size = model.questions.find(({ id }) => id === 'size')!;
    assert.equal(optionOf(size, 'small').id, 'small');
    assert.throws(() => optionOf(size, 'huge'), new Error('size has no option "huge"'));
  });

  it('takes the mean of a range as that of its triangle', () => {
    assert.equal(mean([1, 2, 6]), 3);
  });
});

describe('the model from content', () => {
  const content = contentOfModel();

  it('stands in the order that the entries give, whatever the order of the files', () => {
    const ordered = <Data extends { order: number }>(entries: readonly { id: string; data: Data }[]) =>
      [...entries].sort((a, b) => a.data.order - b.data.order).map(({ id }) => id);
    const reverse = Object.fromEntries(
      Object.entries(content).map(([part, entries]) => [part, [...entries].reverse()]),
    );
    for (const found of [modelFrom(content), modelFrom(reverse as unknown as CalculatorContent)]) {
      assert.deepEqual(
        found.criteria.map(({ id }) => id),
        ordered(content.criteria),
      );
      assert.deepEqual(
        found.questions.map(({ id }) => id),
        ordered(content.questions),
      );
      assert.deepEqual(
        found.features.map(({ id }) => id),
        ordered(content.features),
      );
      assert.deepEqual({ ...found.assumptions }, model.assumptions);
    }
  });

  it('holds numbers and no words', () => {
    const found = modelFrom({
      criteria: [{ id: 'scale', data: { order: 1, points: { likely: 13 }, computed: false } }],
      questions: [
        {
          id: 'known',
          data: {
            ...{
              order: 1,
              scored: { criterion: 'scale', share: 1 },
              unanswered: 'flask',
              core: true,
              asked: { question: 'bare', options: ['none'] },
              preference: false,
              decidable: true,
            },
            options: [
              { id: 'flask', scores: { flask: 1, django: 2, both: 3 }, knows: ['flask'] },
              { id: 'h6', months: 6, runs: ['django'], idles: ['rest'], likely: 2, likelier: { 'bare.none': 3 } },
            ],
          },
        },
        {
          id: 'bare',
          data: {
            order: 2,
            core: false,
            preference: true,
            decidable: false,
            options: [{ id: 'none', months: undefined }],
          },
        },
      ],
      features: [
        {
          id: 'rest',
          data: {
            ...{ order: 1, side: 'flask', likely: 0.5, likelier: { 'bare.none': 3 } },
            flask: { effort: [1, 2, 3], packages: 1 },
            django: { effort: [2, 3, 4], packages: 0 },
          },
        },
      ],
      assumptions: [
        { id: 'turnover', data: { values: { all: [0, 1, 2] } } },
        { id: 'learning', data: { values: { flask: [1, 1, 1], django: [2, 2, 2] } } },
      ],
      runs: [],
    });
    assert.deepEqual(found, {
      version: 2,
      criteria: [{ id: 'scale', points: 13, computed: false }],
      questions: [
        {
          ...{ id: 'known', criterion: 'scale', share: 1, unanswered: 'flask', core: true },
          ...{ asked: { question: 'bare', options: ['none'] }, preference: false, decidable: true },
          options: [
            { id: 'flask', scores: { flask: 1, django: 2, both: 3 }, knows: ['flask'] },
            { id: 'h6', months: 6, runs: ['django'], idles: ['rest'], likely: 2, likelier: { 'bare.none': 3 } },
          ],
        },
        { id: 'bare', core: false, preference: true, decidable: false, options: [{ id: 'none' }] },
      ],
      features: [
        {
          ...{ id: 'rest', side: 'flask', likely: 0.5, likelier: { 'bare.none': 3 } },
          effort: { flask: [1, 2, 3], django: [2, 3, 4] },
          packages: { flask: 1, django: 0 },
        },
      ],
      assumptions: { turnover: [0, 1, 2], 'learning.flask': [1, 1, 1], 'learning.django': [2, 2, 2] },
    });
  });

  it('names a number after its assumption, and after its key where there are several', () => {
    assert.equal(nameOf('turnover', 'all'), 'turnover');
    assert.equal(nameOf('learning', 'flask'), 'learning.flask');
  });
});
