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
