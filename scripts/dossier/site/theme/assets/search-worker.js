// The search in a thread of its own, so that no key waits for it. The page's first message says which scripts make it and
// where its index is; each later one is a call of the searcher's, and is answered under its number.
"use strict";

let searcher;

async function start({ scripts, index }) {
  importScripts(...scripts);
  searcher = new dossierSearch.Searcher(await dossierSearch.open(index));
}

self.addEventListener("message", async ({ data: { call, name, given } }) => {
  try {
    const answer = name === "start" ? await start(given) : await searcher[name](given);
    self.postMessage({ call, answer });
  } catch (error) {
    self.postMessage({ call, failed: String(error) });
  }
});
