// Voting: every option with its number, a large minus and plus, and always in sight how many dots are left. What is
// shown is what the person pressed; the laptop says what counts.

// How many dots lie where, with those presses that the laptop did not answer yet.
function dotsNow() {
  const vote = room.mine;
  const here = vote && room.round && vote.round === room.round.id;
  const dots = Object.assign({}, here ? vote.dots : {});
  for (const { message } of memory.outbox) {
    if (message.t === "dots" && room.round && message.round === room.round.id) dots[message.option] = message.dots;
  }
  return dots;
}

function dotsLeft(dots) {
  const budget = room.mine && room.mine.round === room.round.id ? room.mine.budget : room.round.dots;
  return Object.keys(dots).reduce((left, option) => left - dots[option], budget);
}

// Whether the person said to be done, also when the laptop has not heard it yet.
function isDone() {
  const waiting = memory.outbox.filter(({ message }) => message.t === "done" && message.round === room.round.id);
  if (waiting.length) return waiting[waiting.length - 1].message.done;
  return Boolean(room.mine && room.mine.round === room.round.id && room.mine.done);
}

function leftWords(left) {
  return left > 0 ? t("vote.left", { n: left }) : t("vote.left.none");
}

// Red dots as on the board; the number is told to those who do not see them.
function drawDots(node, count, of) {
  empty(node);
  for (let each = 0; each < of; each++) node.append(el("i", { class: each < count ? "dot" : "dot free" }));
}

function voteScreen(app) {
  const round = el("p", { class: "ask" });
  const rule = el("p", { class: "hint" });
  const words = el("strong");
  const drawn = el("span", { class: "dots", "aria-hidden": "true" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const left = el("div", { class: "left" }, el("p", {}, words, " ", drawn), trouble);
  const options = el("ol", { class: "options" });
  const state = el("p", { class: "strong" });
  const done = button("", "main", () => app.line.ask({ t: "done", round: room.round.id, done: !isDone() }, "done:" + room.round.id));
  const count = el("p", { class: "hint" });
  const foot = el("div", { class: "foot" }, state, done, count);

  const put = (option, by) => {
    const dots = dotsNow();
    const now = (dots[option.n] || 0) + by;
    const why = by > 0 && dotsLeft(dots) < 1 ? "budget" : by > 0 && now > room.round.most ? "most" : "";
    text(trouble, why ? t("why." + why) : "");
    if (why || now < 0 || room.round.state !== "open") return;
    app.line.ask({ t: "dots", round: room.round.id, option: option.n, dots: now }, "dots:" + room.round.id + ":" + option.n);
    app.refresh();
    say(t("vote.on", { n: now, option: option.n }) + ". " + leftWords(dotsLeft(dotsNow())) + ".");
  };
  const screen = page(heading(t("vote.heading")), round, rule, left, options, foot);
  screen.trouble = (sentence) => text(trouble, sentence);
  screen.update = () => {
    const now = room.round;
    const open = now.state === "open";
    const dots = dotsNow();
    const free = dotsLeft(dots);
    const budget = Object.keys(dots).reduce((sum, option) => sum + dots[option], free);
    text(round, now.title);
    text(rule, open ? t("vote.rule", { n: now.most }) + " " + t(now.secret ? "vote.secret" : "vote.open") : "");
    text(words, leftWords(free));
    drawDots(drawn, free, budget);
    fill(options, now.options, (option) => now.id + option.n, (option) => optionRow(option, put));
    text(state, !open ? t("vote.closed") : isDone() ? t("vote.is.done") : "");
    text(done, t(isDone() ? "vote.undone" : "vote.done"));
    done.className = isDone() ? "plain" : "main";
    done.hidden = !open;
    const { done: ready, voters } = room.count;
    text(count, open && voters ? t("vote.count", { done: ready, n: voters }) : "");
  };
  return screen;
}

function optionRow(first, put) {
  let option = first;
  const number = el("span", { class: "number", "aria-hidden": "true" }, String(first.n));
  const words = written(first.text);
  const label = { n: first.n, text: short(first.text) };
  const less = button("−", "round", () => put(option, -1), t("vote.less", label));
  const more = button("+", "round", () => put(option, 1), t("vote.more", label));
  const drawn = el("span", { class: "dots", "aria-hidden": "true" });
  const told = el("span", { class: "count" });
  const total = el("p", { class: "small" });
  const root = el(
    "li",
    {},
    el("div", { class: "option" }, number, words),
    el("div", { class: "press" }, less, el("span", { class: "mine" }, drawn, told), more),
    total
  );
  return {
    root: root,
    show(now) {
      option = now;
      const dots = dotsNow();
      const mine = dots[now.n] || 0;
      const open = room.round.state === "open";
      root.className = "paper " + paper(now.color);
      text(words, now.text);
      drawDots(drawn, mine, mine);
      text(told, mine ? t("vote.dots", { n: mine }) : t("vote.none"));
      less.hidden = more.hidden = !open;
      allow(less, mine > 0);
      allow(more, mine < room.round.most && dotsLeft(dots) > 0);
      const totals = room.totals;
      text(total, totals ? t("vote.total", { n: totals[now.n] || 0 }) : "");
    },
  };
}
