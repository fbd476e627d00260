// Where the search runs: in a worker or, where a browser starts none (a page opened from a folder), in the page itself.
"use strict";

(() => {
  const dialog = document.getElementById("search");
  const whole = (address) => new URL(address, document.baseURI).href;
  const search = (window.dossierSearch ??= {});

  // A worker's searcher: each call is answered once, or fails with the worker.
  class Remote {
    isElsewhere = true;

    constructor(worker) {
      this.worker = worker;
      this.waiting = new Map();
      this.calls = 0;
      worker.addEventListener("message", ({ data: { call, answer, failed } }) => {
        const { resolve, reject } = this.waiting.get(call);
        this.waiting.delete(call);
        if (failed === undefined) resolve(answer);
        else reject(new Error(failed));
      });
      worker.addEventListener("error", () => this.end());
    }

    end() {
      this.worker.terminate();
      if (engine && this.started) engine = undefined; // the next search starts another
      for (const { reject } of this.waiting.values()) reject(new Error("the search has ended"));
      this.waiting.clear();
    }

    #call(name, given) {
      this.calls += 1;
      const call = this.calls;
      return new Promise((resolve, reject) => {
        this.waiting.set(call, { resolve, reject });
        this.worker.postMessage({ call, name, given });
      });
    }

    start = (given) => this.#call("start", given);
    warm = () => this.#call("warm");
    ask = (given) => this.#call("ask", given);
    others = (given) => this.#call("others", given);
    meant = (given) => this.#call("meant", given);
    texts = (given) => this.#call("texts", given);
  }

  async function away(scripts, index) {
    const remote = new Remote(new Worker(whole(dialog.dataset.worker)));
    try {
      await remote.start({ scripts, index });
      remote.started = true;
      // The first letter asks again, and the dialog says so where that fails too.
      remote.warm().catch((error) => console.warn("Nothing is loaded before the first letter:", error));
      return remote;
    } catch (error) {
      remote.end();
      throw error;
    }
  }

  async function here(scripts, index) {
    await window.dossier.loadScripts(scripts);
    return new search.Searcher(await search.open(index));
  }

  let engine; // the promise of the searcher

  // The searcher; started once, and again after a failure.
  search.engine = () => {
    const scripts = dialog.dataset.engine.split(" ").map(whole);
    const index = whole(dialog.dataset.index);
    engine ??= away(scripts, index).catch(() => here(scripts, index)).catch((error) => {
      engine = undefined;
      throw error;
    });
    return engine;
  };
})();
