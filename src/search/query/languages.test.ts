import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foreign } from './languages.ts';

const asked: Record<string, string[]> = {
  de: ['Welches Framework ist schneller?', 'flask oder django', 'Warum nutzen wir Django?', 'Ist Django sicher genug'],
  fr: ['Quel framework choisir pour un débutant ?', 'Pourquoi Django et pas Flask'],
  es: ['¿Cuál es mejor para principiantes?', 'por qué usar Django', 'diferencias entre flask y django'],
  pt: ['Qual é o melhor framework?', 'vale a pena aprender Flask em vez de Django, não?'],
};

describe('a question in another language', () => {
  for (const [language, questions] of Object.entries(asked))
    for (const question of questions)
      it(`is told: ${question}`, () => assert.equal(foreign(question)?.language, language));

  it('has its commonest words put into English, and keeps the names', () => {
    assert.equal(foreign('Ist Flask schneller als Django?')!.english, 'flask faster django');
    assert.match(foreign('¿Django es seguro?')!.english, /django secure/);
  });
});

describe('what is understood of another language', () => {
  const english = (question: string) => foreign(question)?.english;

  it('is which way a move goes', () => {
    assert.equal(english('abandonner Django pour basculer vers Flask'), 'leave django migrate to flask');
    assert.match(english('Umstieg von Flask auf Django')!, /migrate from flask to django/);
    assert.match(english('migrar de Flask para Django, por quê?')!, /migrate from flask to django/);
  });

  it('is a German word that is made of two', () => {
    assert.match(english('Gibt es einen Leistungsunterschied?')!, /performance difference/);
  });

  it('is what is denied, also with the Spanish no', () => {
    assert.match(english('cuándo no usar django')!, /not$/);
  });

  it('is a word of grammar that a hyphen or an apostrophe joins', () => {
    assert.equal(english('Qu’est-ce que Django ?'), 'django');
    assert.equal(english('Django est-il rapide ?'), 'django fast');
  });

  it('is told by its "or" between the two names, however much English stands around it', () => {
    assert.equal(foreign('Django o flask de backend?')?.language, 'es');
    assert.equal(foreign('best choice for a small team: flask oder django')?.language, 'de');
  });
});

describe('a question in English', () => {
  for (const question of [
    'flask',
    'django orm',
    'flask vs django',
    'is django overkill for me',
    'des encryption in python',
    'can I use it with a CMS',
    'naïve caching',
    'which is faster',
    'serverless cold start',
    'admin',
    'pour out the old app',
    'real time chat',
    '',
    '🐍',
  ])
    it(`is taken for none: ${question}`, () => assert.equal(foreign(question), undefined));
});
