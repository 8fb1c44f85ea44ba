/**
 * Tells that a question is not asked in English, and puts its commonest words into English: those that ask, compare and
 * name what the guide treats. Pure.
 */
import { isName, wordsOf } from './words.ts';

/** The languages that are understood in part. */
export type Language = 'de' | 'es' | 'fr' | 'pt';

/** Words that hold sentences together and stand in no English sentence; they say nothing about what is sought. */
const grammar: Record<Language, string> = {
  de: `aber als am auf aus bei beim bis das dass dem den der des dein deine deinem deinen denn die dies diese diesem dieser
    doch ein eine einem einen einer eines er es etwas fur gibt haben hat ich ihr im ist kann kein keine konnen man mein
    meine mit mochte muss nach nicht nur ob oder ohne sehr sein sich sie sind soll sollen sollte sollten statt uber um
    und uns unser unsere unserem vom von vor warum was welche welchem welchen welcher welches wenn wer werden wie wieso
    wir wird wo wofur wurde zu zum zur zwischen sondern noch auch eher lieber ja nein ihre wozu weshalb`,
  fr: `afin au aussi aux avec car ce ceci cela ces cet cette comme comment dans de des donc du elle elles en encore entre
    est et etre qu faire faut fait ils il je la le les leur leurs lequel laquelle lors ma mais mes mon ne nos notre nous on
    ont ou par parce pas peut plus pour pourquoi puis quand que quel quelle quelles quels qui quoi sans se ses si son
    sont sous sur ta te tes ton tout toute tous trop tu un une vers vos votre vous y dois doit quest cest avez ai avoir`,
  es: `al algo como con cual cuales cuando cuanto cuanta de del desde donde el ella ellos en entre era es esa ese eso esta
    este esto estos hace hacer hacia hasta hay la las le les lo los mas me mi mis mucho muy nada ni nos nuestra nuestro o
    para pero por porque podemos podria puede puedo que quien se ser si sin sobre solo son su sus tal tambien tan te
    tengo tiene tu tus un una uno usar utilizar utilizan vs y ya yo cuanta debo deberia deberiamos lugar gustarte vez realmente`,
  pt: `ao aos as com como da das de dela dele depois do dos e ela ele eles em entre era essa esse esta este eu foi ha isso
    isto ja la mais mas me meu minha muito na nao nas nem no nos nossa nosso num numa o os ou para pela pelo pode por
    porque quais qual quando que quem se sem ser seu seus sua suas sobre so tambem tem tenho um uma usar vez voce fazer
    devo deveria podemos posso onde`,
};

/** The commonest words of such questions, and what they are in English. */
const words: Record<Language, string> = {
  de: `anfanger: beginner; einsteiger: beginner; anmeldung: login; anwendung: application; anwendungen: applications;
    arbeit: job; jobs: hiring; aufwand: effort; auswahl: choice; auswahlen: choose; wahl: choice; wahle: choose;
    wahlen: choose; besser: better; beste: best; besten: best; betrieb: hosting; datenbank: database;
    datenbanken: database; daten: data; einfach: easy; einfacher: easier; entscheiden: choose; entscheidung: choice;
    entwickler: developers; entwicklung: development; erfahrung: experience; erweiterung: extension;
    erweiterungen: extensions; fehler: error; firma: company; firmen: companies; unternehmen: companies; gross: large;
    grosse: large; grosses: large; grossen: large; grosser: larger; gut: good; gute: good; hosten: hosting; kleine: small;
    kleines: small; klein: small; kleinen: small; kosten: cost; kostet: cost; langfristig: long-term;
    langfristige: long-term; lernen: learn; lernkurve: learning curve; leichter: easier; lohnt: worth; markt: market;
    mandanten: tenants; mandantenfahig: multi-tenant; nachteil: drawback; nachteile: drawbacks; vorteil: advantage;
    vorteile: advantages; nutzen: use; nutzer: users; benutzer: users; benotigt: needed; projekt: project;
    projekte: project; rechte: permissions; rechteverwaltung: permissions; richtig: right; richtige: right;
    richtigen: right; schlecht: poor; schnell: fast; schneller: faster; schnellste: fastest; schnittstelle: api;
    schwer: hard; seite: site; webseite: site; sicher: secure; sicherheit: security; sicherer: secure;
    sinnvoll: worth; skalierbar: scalable; skalierbarkeit: scalability; skalieren: scaling; sprache: language;
    stellen: hiring; stabil: stable; umstieg: migrate; umsteigen: migrate; wechsel: migrate; wechseln: migrate;
    migrieren: migrate; umziehen: migrate; unterschied: difference; unterschiede: differences; vergleich: comparison;
    vergleichen: compare; verwenden: use; wartung: maintenance; gewartet: maintained; zukunft: future;
    zusammen: together; beide: both; beides: both; zahlung: payments; zahlungen: payments; laden: shop; echtzeit: real-time;
    hintergrund: background; aufgaben: tasks; warteschlange: queue; ubersetzung: translations; vorlagen: templates;
    testen: tests; leistung: performance; geschwindigkeit: performance; speicher: memory; gehalt: salary;
    uberdimensioniert: overkill; prototyp: prototype; standardfunktionalitat: built-in; zeit: time;
    abschied: leave; aktualisieren: upgrade; aktualisierung: upgrade; alternative: alternative; anbieter: hosting;
    anlernen: onboard; asynchron: async; aufbau: structure; aufgeben: leave; ausprobieren: learn; bauen: build;
    bedienoberflache: admin; bereitstellung: deploy; bereitstellen: deploy; bezahlung: payments; bibliothek: library;
    bibliotheken: libraries; buch: learn; dauerhaft: long-term; dateien: files; empfehlen: recommend;
    empfehlung: recommend; empfehlenswert: recommend; erweitern: extension; fallstricke: pitfalls; geeignet: suitable;
    gehashte: hash; grunde: reasons; kennwort: password; passwort: password; passworter: passwords; kunden: customers;
    mehrere: multiple; mobil: mobile; modell: model;
    modelle: models; newbie: beginner; oberflache: interface; ordnerstruktur: structure; produktion: production;
    produktiv: production; programmieren: development; rest: rest; schnittstellen: api; schritt: step; server: server;
    speichern: store; spurbar: noticeable; starten: start; struktur: structure; umstellen: migrate; umstellung: migrate;
    unterstutzung: support; unterstutzt: support; version: version; verschieben: migrate; verwaltung: admin; weg: leave;
    werkzeug: werkzeug; zugriff: access; zugriffsrechte: permissions; zeitzone: time; suche: search;
    dateistruktur: structure; veraltet: outdated; tot: dead`,
  fr: `aide: help; apprendre: learn; apprentissage: learning; authentification: authentication; avantage: advantage;
    avantages: advantages; inconvenient: drawback; inconvenients: drawbacks; base: database; donnees: data; bases: database;
    besoin: need; caracteristiques: features; choisir: choose; choix: choice; comparaison: comparison; comparatif: comparison;
    comparer: compare; connexion: login; cout: cost; couts: cost; cher: expensive; debutant: beginner; debutants: beginner;
    debuter: beginner; developpement: development; developpeur: developer; developpeurs: developers; difference: difference;
    differences: differences; difficile: hard; facile: easy; deployer: deploy; deploiement: deploy; donner: give;
    emploi: hiring; entreprise: company; entreprises: companies; equipe: team; erreur: error; ensemble: together;
    deux: both; grand: large; grande: large; gros: large; grosse: large; hebergement: hosting; heberger: hosting;
    lent: slow; lente: slow; maintenu: maintained; maintenance: maintenance; marche: market; meilleur: best; meilleure: best;
    mieux: better; migrer: migrate; migration: migration; passer: migrate; petit: small; petite: small; petits: small;
    performances: performance; principales: main; projet: project; projets: project; rapide: fast; plutot: better;
    rapidement: fast; salaire: salary; securite: security; securise: secure; simple: easy; site: site; taches: tasks;
    arriere: background; temps: time; reel: real-time; utilisateurs: users; utiliser: use; utilisent: use; vitesse: performance;
    boutique: shop; paiement: payments; avenir: future; evolutif: scalable; evolutivite: scalability; outil: tool;
    modeles: models; traduction: translations; memoire: memory;
    abandonner: leave; quitter: leave; basculer: migrate; changer: migrate; remplacer: replace; bibliotheque: library;
    bibliotheques: libraries; client: customers; clients: customers; cle: key; code: code; construire: build;
    creer: build; debut: start; depasse: outdated; dechets: waste; demarrage: start; demarrer: start;
    droits: permissions; fichiers: files; fonctionnalites: features; fonctionne: work; formulaires: forms;
    grands: large; installer: install; interface: interface; langage: language; limites: drawbacks; mise: deploy;
    jour: upgrade; mot: password; passe: password; mots: passwords; module: package; outils: tools; paquet: package;
    populaire: popular; popularite: popular; production: production; quotidien: daily; recherche: search;
    recommander: recommend; requetes: queries; serveur: server; souple: flexible; structure: structure; style: style;
    sur: secure; tests: tests; tester: tests; travail: job; trouver: find; utilisateur: user; utilisation: use;
    version: version; avis: opinion; conseil: advice; conseils: advice; asynchrone: async; complexe: complex;
    complexes: complex; raisons: reasons; mort: dead`,
  es: `ambos: both; aplicacion: application; aplicaciones: applications; aprender: learn; aprendizaje: learning;
    autenticacion: authentication; base: database; bases: database; datos: data; mejor: better; mejores: best;
    caracteristicas: features; comparacion: comparison; comparar: compare; comparativa: comparison; coste: cost;
    costo: cost; costos: cost; cuesta: cost; caro: expensive; barato: cheap; desarrollador: developer; desarrolladores: developers;
    desarrollo: development; desventajas: drawbacks; ventajas: advantages; diferencia: difference; diferencias: differences;
    dificil: hard; facil: easy; desplegar: deploy; despliegue: deploy; elegir: choose; escoger: choose; eleccion: choice;
    empresa: company; empresas: companies; equipo: team; escalable: scalable; escalabilidad: scalability; escalar: scaling;
    empleo: hiring; trabajo: job; futuro: future; grande: large; grandes: large; hosting: hosting; alojar: hosting;
    alojamiento: hosting; juntos: together; lento: slow; mantenimiento: maintenance; mantenido: maintained; mercado: market;
    migrar: migrate; migracion: migration; pasar: migrate; cambiar: migrate; pequeno: small; pequena: small; pequenos: small;
    principiante: beginner; principiantes: beginner; proyecto: project; proyectos: project; rapido: fast; rapida: fast;
    rendimiento: performance; velocidad: performance; salario: salary; seguridad: security; seguro: secure; sencillo: easy;
    sesion: login; tareas: tasks; tiempo: time; real: real-time; tienda: shop; pagos: payments; usuarios: users; web: web;
    diferente: different; implica: means; filosofia: philosophy; memoria: memory; segundo: background; plano: tasks;
    abandonar: leave; dejar: leave; actualizar: upgrade; actualizacion: upgrade; administracion: admin;
    administrador: admin; archivos: files; asincrono: async; biblioteca: library; bibliotecas: libraries;
    librerias: libraries; cambio: migrate; clave: key; clientes: customers; complejo: complex; complejos: complex;
    contrasena: password; contrasenas: passwords; crear: build; construir: build; empezar: start; formularios: forms;
    funciona: work; herramientas: tools; inyeccion: injection; inicio: start; lenguaje: language;
    limitaciones: drawbacks; modelo: model; modelos: models; muerto: dead; permisos: permissions; plantillas: templates;
    popular: popular; popularidad: popular; produccion: production; prototipo: prototype; prueba: tests; pruebas: tests;
    recomendar: recommend; recomiendan: recommend; razones: reasons; servidor: server; servidores: servers;
    soporte: support; trabajar: job; usuario: user; version: version; varios: multiple; obsoleto: outdated;
    correos: email`,
  pt: `ambos: both; aplicacao: application; aplicacoes: applications; aprender: learn; autenticacao: authentication;
    banco: database; bancos: database; dados: data; melhor: better; melhores: best; comparacao: comparison;
    comparar: compare; comparativo: comparison; custo: cost; custos: cost; caro: expensive; barato: cheap;
    desenvolvedor: developer; desenvolvedores: developers; desenvolvimento: development; desvantagens: drawbacks;
    vantagens: advantages; diferenca: difference; diferencas: differences; dificil: hard; facil: easy; implantar: deploy;
    escolher: choose; escolha: choice; empresa: company; empresas: companies; equipe: team; escalavel: scalable;
    escalabilidade: scalability; emprego: hiring; vagas: hiring; futuro: future; grande: large; grandes: large;
    hospedagem: hosting; hospedar: hosting; juntos: together; lento: slow; manutencao: maintenance; mantido: maintained;
    mercado: market; migrar: migrate; migracao: migration; mudar: migrate; pequeno: small; pequena: small; iniciante: beginner;
    iniciantes: beginner; projeto: project; projetos: project; rapido: fast; rapida: fast; desempenho: performance;
    velocidade: performance; salario: salary; seguranca: security; seguro: secure; simples: easy; tarefas: tasks; tempo: time;
    real: real-time; loja: shop; pagamentos: payments; usuarios: users; memoria: memory; pesquisa: survey; trabalho: job;
    abandonar: leave; deixar: leave; largar: leave; atualizar: upgrade; atualizacao: upgrade; administracao: admin;
    arquivos: files; assincrono: async; biblioteca: library; bibliotecas: libraries; chave: key; clientes: customers;
    complexo: complex; complexos: complex; comecar: start; senha: password; senhas: passwords; criar: build;
    construir: build; contratar: hiring; ferramentas: tools; formularios: forms; funciona: work;
    injecao: injection; linguagem: language; limitacoes: drawbacks; modelo: model; modelos: models; morto: dead;
    morrendo: dead; permissoes: permissions; popular: popular;
    popularidade: popular; producao: production; prototipo: prototype; recomendam: recommend; razoes: reasons;
    servidor: server; servidores: servers; suporte: support; teste: tests; testes: tests; trabalhar: job; usuario: user;
    versao: version; varios: multiple; obsoleto: outdated; ultrapassado: outdated; trocar: migrate; migrando: migrate;
    mudanca: migrate`,
};

const languages = Object.keys(grammar) as Language[];
const setOf = (list: string) => new Set(list.split(/\s+/));
const grammarOf = new Map(languages.map((language) => [language, setOf(grammar[language])]));
const wordsIn = new Map(
  languages.map((language) => [
    language,
    new Map(words[language].split(/;\s+/).map((pair) => pair.split(': ') as [string, string])),
  ]),
);
/** What is a word in English too, and so tells nothing about the language. */
const alsoEnglish =
  setOf(`a am as base des do die du en es et hosting la las long me no o on or par pas simple site se so son
  sur te man us was web war y e si le son real jobs service is in it so an at all also to the de ou vs`);

/** A question in another language. */
export interface Foreign {
  language: Language;
  /** What could be put into English, the names and what is like English included. */
  english: string;
}

/** The question in English, as far as it goes, where it is asked in another language. */
export function foreign(question: string): Foreign | undefined {
  const asked = tokensOf(question);
  const scores = languages.map((language) => {
    const known = (word: string) => grammarOf.get(language)!.has(word) || wordsIn.get(language)!.has(word);
    const telling = asked.filter((word) => known(word) && !alsoEnglish.has(word)).length;
    const fitting = asked.filter(known).length;
    return { language, telling: telling + (isOr(asked, language) ? 1 : 0), fitting };
  });
  const best = scores.toSorted((a, b) => b.telling - a.telling || b.fitting - a.fitting)[0]!;
  // Letters that English has not tell as much as a word.
  const letters = /[¿¡ñãõßäöüçéèêáíóú]/i.test(question) ? 1 : 0;
  const english = asked.filter((word) => plainEnglish.has(word)).length;
  const short = languages.some((language) => isOr(asked, language));
  if (best.telling + letters <= english && !short) return undefined;
  if (best.telling === 0 && !short && !(letters && best.fitting > 0)) return undefined;
  const { language } = best;
  const translated = asked.flatMap((word) => inEnglish(word, language) ?? (dropped(word, language) ? [] : word));
  const negated = asked.some((word) =>
    (language === 'es' ? /^(no|sin)$/ : /^(nicht|kein|keine|nao|sem|pas|ne|sans)$/).test(word),
  );
  return { language, english: [...translated, ...(negated && translated.length < 3 ? ['not'] : [])].join(' ') };
}

const or: Record<Language, RegExp> = { de: /^oder$/, fr: /^ou$/, es: /^[ou]$/, pt: /^ou$/ };

/** Whether "or" of a language stands between two names, as in "flask oder django" and "flask o django". */
const isOr = (asked: readonly string[], language: Language) =>
  asked.some(
    (word, at) =>
      or[language].test(word) &&
      at > 0 &&
      at < asked.length - 1 &&
      (asked.length <= 4 || (isName(asked[at - 1]!) && isName(asked[at + 1]!))),
  );

/** Where a move comes from and goes to; it says nothing elsewhere. */
const directions: Record<Language, Record<string, string>> = {
  de: { von: 'from', zu: 'to', nach: 'to', auf: 'to' },
  fr: { de: 'from', vers: 'to', a: 'to' },
  es: { de: 'from', desde: 'from', a: 'to', hacia: 'to', para: 'to' },
  pt: { de: 'from', do: 'from', para: 'to', pro: 'to' },
};

/** A word in English, and the parts of one that is made of two, as in "Leistungsunterschied". */
function inEnglish(word: string, language: Language): string[] | undefined {
  const own = wordsIn.get(language)!;
  const known = own.get(word) ?? directions[language][word];
  if (known) return [known];
  if (language !== 'de') return undefined;
  for (let at = 4; at <= word.length - 4; at += 1) {
    const first = own.get(word.slice(0, at)) ?? own.get(word.slice(0, at).replace(/s$/, ''));
    const second = own.get(word.slice(at));
    if (first && second) return [first, second];
  }
  return undefined;
}

const dropped = (word: string, language: Language) => grammarOf.get(language)!.has(word);

/** Words that no sentence in another language has. */
const plainEnglish =
  setOf(`the is are does do should would can how what which why when with without for from and or not you i we
  my it to of in on at than better use using be have has there this that if between`);

/** In lower case and without accents; an apostrophe parts. */
const tokensOf = (question: string): string[] =>
  wordsOf(
    question
      .slice(0, 400)
      .replace(/ß/g, 'ss')
      .replace(/['’]|-(?=(?:ce|il|elle|on|t|vous|nous|tu|lo|la|se|me)\b)/gi, ' '),
  );
