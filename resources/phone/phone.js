// The page as a whole: which screen is shown, and what happens with what the laptop says and the person does.

const MODES = ["write", "look", "vote", "results"];

const app = {
  line: null,
  shown: "", // the screen that is shown, with what it was made for
  view: null,
  over: "", // "you", "blocks" or "picture": opened over what the facilitator shows
  picture: null,
  sheet: "", // that is looked at
  wrong: "", // what was wrong with the last try to come in
  ended: "",
  freshly: false, // came in as somebody new without being asked for a name
  dress: null, // brings the line above up to date

  start() {
    recall();
    if (memory.lang) language = memory.lang;
    this.line = new Line((message, asked) => this.hear(message, asked), (state, why) => this.turn(state, why));
    const code = codeFromAddress();
    if (code) this.scanned(code);
    else if (memory.token) this.line.open();
    this.refresh();
    addEventListener("hashchange", () => {
      const again = codeFromAddress();
      if (again && this.line.state !== "in") this.scanned(again);
    });
    for (const event of ["online", "pageshow", "focus"]) addEventListener(event, () => this.line.wake());
    document.addEventListener("visibilitychange", () => document.hidden || this.line.wake());
    setInterval(() => room.ends && this.dress(), 500);
  },

  // A code came from the address: who was here before comes straight in, others are asked for a name first.
  scanned(code) {
    memory.code = code;
    memory.asked = false; // a name given in another workshop is not given away in this one
    this.ended = this.wrong = "";
    remember();
    if (memory.token) this.line.open();
    this.refresh();
  },

  // What the laptop says; `asked` is the message that it answers, or null.
  hear(message, asked) {
    if (message.t === "welcome") this.welcome(message);
    else if (message.t === "waiting") this.ended = "waiting";
    else if (message.t === "room") takeRoom(message);
    else if (message.t === "news" && !takeNews(message)) this.line.ask({ t: "again" }, "again");
    else if (message.t === "count") takeCount(message);
    else if (message.t === "you") takeYou(message);
    else if (message.t === "ok" && asked) this.done(asked, message);
    else if (message.t === "no" && asked) this.refused(asked, message);
    this.refresh();
  },

  welcome(message) {
    this.freshly = message.token !== memory.token && !memory.asked;
    if (message.token === memory.token) memory.asked = true;
    memory.token = message.token;
    memory.code = "";
    enterRoom(message.room.room);
    this.ended = this.wrong = "";
    takeRoom(message.room);
    takeYou(message.you);
    memory.i = Math.max(memory.i, message.you.i || 0);
    takeCount(message.count);
    remember();
  },

  done(asked, answer) {
    if (answer.vote) takeVote(answer.vote);
    if (answer.note) takeOwn(answer.note);
    if (asked.t === "write") this.tell(sentWords(answer.note));
    if (asked.t === "edit") this.tell(t("write.kept"));
    if (asked.t === "remove") {
      dropOwn(asked.note);
      this.tell(t("write.removed"));
    }
    if (asked.t === "picture") {
      this.picture = answer;
      this.over = "picture";
    }
  },

  refused(asked, answer) {
    if (answer.vote) takeVote(answer.vote);
    if (asked.t === "write") this.keepUnsent(asked, answer.why);
    const sentence = t("why." + known(answer.why));
    if (this.view && this.view.trouble) this.view.trouble(sentence);
    else this.tell(sentence);
  },

  // Says it to eyes and ears.
  tell(sentence) {
    if (this.view && this.view.said) this.view.said(sentence);
    say(sentence);
  },

  turn(state, why) {
    if (state === "ended") this.end(why);
    const bar = document.getElementById("line");
    const words = state === "lost" ? t(why === "stopped" ? "line.stopped" : "line.lost") : "";
    if (state === "lost" || state === "in" || state === "ended") {
      if (bar.textContent && !words && state === "in") say(t("line.back"));
      text(bar, words);
      bar.hidden = !words;
    }
    this.refresh();
  },

  end(why) {
    if (why === "code") {
      this.wrong = memory.code ? "join.wrong" : "";
      memory.code = memory.token = "";
      room.here = false;
    } else {
      this.ended = why;
      if (why === "removed") memory.token = memory.code = "";
    }
    if (why === "bad") this.giveUpFirst();
    if (why === "wait") setTimeout(() => this.ended === "wait" && this.enter(), 60000);
    remember();
  },

  // What the laptop could not read is not sent again; a note stays with who wrote it.
  giveUpFirst() {
    const first = memory.outbox.shift();
    if (first && first.message.t === "write") this.keepUnsent(first.message, "failed");
  },

  keepUnsent(note, why) {
    memory.unsent.push({ key: note.key, sheet: note.sheet, block: note.block, text: note.text, why: known(why) });
    remember();
  },

  // Tries to come in with what is known.
  enter() {
    this.ended = "";
    if (memory.token || memory.code) this.line.open();
    this.refresh();
  },

  join(code, name) {
    memory.code = code;
    memory.name = name;
    memory.asked = true;
    this.wrong = "";
    remember();
    this.line.open();
  },

  call(name) {
    memory.name = room.you.name = name;
    memory.asked = true;
    this.freshly = false;
    this.line.ask({ t: "name", name: name, lang: language }, "name");
    this.over = "";
    say(t("you.saved"));
    this.refresh();
  },

  speak(code) {
    language = memory.lang = code;
    remember();
    if (this.line.state === "in") this.line.ask({ t: "name", name: room.you.name, lang: code }, "name");
    this.shown = "";
    this.refresh();
  },

  sendAgain(key) {
    const note = this.throwAway(key);
    this.line.ask({ t: "write", key: note.key, sheet: note.sheet, block: note.block, text: note.text }, "write:" + note.key);
    this.refresh();
  },

  throwAway(key) {
    const note = memory.unsent.filter((each) => each.key === key)[0];
    memory.unsent = memory.unsent.filter((each) => each !== note);
    remember();
    this.refresh();
    return note;
  },

  chooseBlock() {
    this.over = "blocks";
    this.refresh();
  },

  showPicture(sheet) {
    this.line.ask({ t: "picture", sheet: sheet }, "picture");
  },

  leavePicture() {
    this.over = "";
    this.refresh();
  },

  showYou() {
    this.over = this.over === "you" ? "" : "you";
    this.refresh();
  },

  leaveYou() {
    this.over = "";
    this.refresh();
  },

  // Shows what there is to show now. A screen stays as long as it is the same one.
  refresh() {
    document.documentElement.lang = language;
    const wanted = this.wanted();
    if (wanted.key !== this.shown) this.show(wanted);
    this.view.update();
    this.dress();
    document.title = room.here && room.title ? room.title + " – " + t("app") : t("app");
  },

  show(wanted) {
    const main = document.getElementById("page");
    const first = !this.shown;
    this.shown = wanted.key;
    this.dress = topLine(this);
    this.dress(); // as high as it will be, before the screen below it is brought to its top
    this.view = wanted.make();
    empty(main);
    main.append(this.view.root);
    if (first) return;
    scrollTo(0, 0);
    this.view.root.querySelector("h1").focus({ preventScroll: true });
  },

  // The screen for this moment: its key, and how to make it.
  wanted() {
    if (this.ended) return this.sentence(this.ended);
    if (!room.here) return this.outside();
    if (this.freshly) return { key: "name", make: () => nameScreen((name) => this.call(name)) };
    if (this.over === "you") return { key: "you", make: () => youScreen(this) };
    return MODES.indexOf(room.mode) < 0 ? this.look() : this[room.mode]();
  },

  outside() {
    if (this.line.state !== "closed" && this.line.state !== "ended") {
      return { key: "busy", make: () => page(heading(t("join.busy"))) };
    }
    const given = this.wrong ? "" : memory.code;
    const go = (code, name) => this.join(code, name);
    return { key: "join" + given + this.wrong, make: () => withLanguage(this, joinScreen(given, this.wrong, go)) };
  },

  write() {
    chooseTheOnlyOne();
    if (this.over === "blocks" || !chosenBlock()) {
      const done = () => {
        this.over = "";
        this.refresh();
      };
      return { key: "blocks", make: () => blockScreen(done) };
    }
    return { key: "write", make: () => writeScreen(this) };
  },

  look() {
    if (this.over === "picture") return { key: "picture", make: () => pictureScreen(this, this.picture) };
    return { key: "look", make: () => lookScreen(this) };
  },

  vote() {
    if (!room.round) return { key: "vote", make: () => sentenceScreen(t("vote.heading"), t("vote.soon")) };
    return { key: "vote" + room.round.id, make: () => voteScreen(this) };
  },

  results() {
    if (!room.results) return { key: "results", make: () => sentenceScreen(t("results.heading"), t("results.soon")) };
    return { key: "results" + room.results.round, make: () => resultScreen(this) };
  },

  sentence(why) {
    const again = { locked: "try", full: "try", refused: "try", elsewhere: "here" }[why];
    const start = why === "waiting" ? "waiting" : "end." + why;
    const act = why === "bad" ? () => location.reload() : () => this.enter();
    const words = why === "bad" ? t("reload") : again ? t(again) : "";
    return { key: start, make: () => sentenceScreen(t(start + ".heading"), t(start + ".text"), words, act) };
  },
};

// A reason that there is a sentence for.
function known(why) {
  return "why." + why in WORDS.nl ? why : "failed";
}

// The other language, one press away for who has not come in yet.
function withLanguage(here, view) {
  const other = language === "nl" ? "en" : "nl";
  view.root.append(el("button", { type: "button", lang: other, class: "quiet", on: { click: () => here.speak(other) } }, t("join.language")));
  return view;
}

app.start();
