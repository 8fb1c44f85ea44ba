// node example.mjs https://…/data/claims.json
// Prints the claims that are disputed, each with its page.
const answer = await fetch(process.argv[2]);
if (!answer.ok) throw new Error(`${process.argv[2]} answers with ${answer.status}`);
const { edition, items } = await answer.json();
const disputed = items.filter((claim) => claim.verdict === 'disputed');
console.log(`${disputed.length} of ${items.length} claims are disputed (edition of ${edition})`);
for (const { number, statement, url } of disputed) console.log(`${number}. ${statement} ${url}`);
