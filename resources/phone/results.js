// The result of a round, after the facilitator has shown it: the ranking, and what this phone gave.

function resultScreen() {
  const sum = el("p", { class: "ask" });
  const list = el("ol", { class: "ranking" });
  const screen = page(heading(t("results.heading")), sum, list);
  screen.update = () => {
    const results = room.results;
    text(sum, t("results.sum", { people: results.people, given: results.given }));
    fill(list, results.ranking, (rank) => results.round + rank.n, rankRow);
  };
  return screen;
}

function rankRow() {
  const place = el("span", { class: "number" });
  const words = written("");
  const bar = el("i", { class: "bar-of" });
  const count = el("strong");
  const mine = el("p", { class: "small" });
  const rail = el("div", { class: "rail", "aria-hidden": "true" }, bar);
  const root = el("li", {}, el("div", { class: "option" }, place, words), rail, el("p", {}, count), mine);
  return {
    root: root,
    show(rank) {
      const most = Math.max(1, ...room.results.ranking.map((each) => each.dots));
      const vote = room.mine;
      const given = vote && vote.round === room.results.round ? vote.dots[rank.n] || 0 : 0;
      root.className = "paper " + paper(rank.color);
      text(place, String(rank.place));
      place.setAttribute("aria-label", t("results.place", { n: rank.place }));
      text(words, rank.text);
      text(count, t("vote.dots", { n: rank.dots }) + (rank.tied ? " · " + t("results.shared") : ""));
      bar.style.width = (100 * rank.dots) / most + "%";
      text(mine, given ? t("results.mine", { n: given }) : "");
    },
  };
}
