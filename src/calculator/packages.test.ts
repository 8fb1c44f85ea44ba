import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countPackages, kindOfPackages, packageNames } from './packages.ts';
import { contentOfModel } from './content-files.ts';
import { modelFrom } from './from-content.ts';

const flask = { Flask: '3.1', 'Flask-WTF': '1.3', 'Flask-SQLAlchemy': '3.1', Gunicorn: '27.0' };
const runs = [
  {
    id: 'form',
    data: {
      runs: [
        { side: 'flask', packages: flask },
        { side: 'django', packages: { Django: '5.2', Gunicorn: '27.0' } },
      ],
    },
  },
];

describe('the packages of a feature', () => {
  it('are those that ran, without the framework, the server and what another feature brings', () => {
    const ran = { ran: 'form', besides: ['Flask-SQLAlchemy'] };
    assert.deepEqual(packageNames(ran, 'flask', runs), ['Flask-WTF']);
    assert.deepEqual(packageNames({ ran: 'form', besides: [] }, 'django', runs), []);
    assert.equal(kindOfPackages(ran), 'measured');
  });

  it('are those that the comparison lists, or a number of ours without names', () => {
    assert.equal(countPackages({ listed: ['Flask-Babel'] }, 'flask', []), 1);
    assert.equal(countPackages({ listed: [] }, 'django', []), 0);
    assert.equal(countPackages(2, 'django', []), 2);
    assert.deepEqual([{ listed: [] }, 2].map(kindOfPackages), ['source', 'editorial']);
  });

  it('cannot come from a record that there is not, or that lacks what is taken off', () => {
    assert.throws(
      () => packageNames({ ran: 'form', besides: ['Flask-Login'] }, 'flask', runs),
      /ran without Flask-Login/,
    );
    assert.throws(() => packageNames({ ran: 'other', besides: [] }, 'django', runs), /other has no record of Django/);
  });
});

describe('a measured number of the model', () => {
  const forms = (content: ReturnType<typeof contentOfModel>) =>
    modelFrom(content).features.find(({ id }) => id === 'forms')!.packages.flask;

  it('changes with the record that it comes from', () => {
    const content = contentOfModel();
    const changed = structuredClone(content);
    const record = changed.runs.find(({ id }) => id === 'order-form')!;
    for (const run of record.data.runs) if (run.side === 'flask') Object.assign(run.packages, { 'Flask-More': '1.0' });
    assert.equal(forms(changed), forms(content) + 1);
  });
});
