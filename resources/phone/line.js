// The line to the laptop: opens it, opens it again when it is lost, and sees to it that every message gets its answer
// once. What messages mean is for others.

const ANSWER_WITHIN = 4000; // milliseconds; then the same is sent again, and after the second time the line is made anew
const OPEN_WITHIN = 8000;
const LOST = { first: 500, most: 10000 };
const STOPPED = { first: 2000, most: 15000 };
const NEVER_AGAIN = { 4400: "bad", 4403: "code", 4409: "locked", 4410: "elsewhere", 4429: "wait" };

class Line {
  // `hear(message)` gets everything that comes in; `turn(state, why)` hears of "opening", "in", "lost" and "ended".
  constructor(hear, turn) {
    this.hear = hear;
    this.turn = turn;
    this.state = "closed";
    this.socket = null;
    this.tries = 0;
    this.timer = 0; // until the next try
    this.guard = 0; // until the line counts as dead
    this.sent = null; // the message that waits for its answer
    this.repeats = 0;
  }

  // Opens it now.
  open() {
    this.shut();
    this.become("opening");
    const socket = new WebSocket("ws://" + location.host + "/socket");
    this.socket = socket;
    this.guard = setTimeout(() => this.lose("", LOST), OPEN_WITHIN);
    socket.onopen = () => {
      const name = memory.asked ? memory.name : "";
      socket.send(JSON.stringify({ t: "join", code: memory.code, token: memory.token, name: name, lang: language }));
    };
    socket.onmessage = (event) => this.take(JSON.parse(event.data));
    socket.onclose = (event) => {
      if (socket !== this.socket) return;
      if (event.code in NEVER_AGAIN) this.end(event.reason || NEVER_AGAIN[event.code]);
      else if (event.code === 1001 && event.reason === "stopped") this.lose("stopped", STOPPED);
      else this.lose("", LOST);
    };
  }

  // The screen is unlocked or the Wi-Fi is back: try at once, or ask whether the line still lives.
  wake() {
    if (this.state === "lost") this.open();
    else if (this.state === "in" && !this.sent) this.ask({ t: "again" }, "again");
  }

  // Sends a message and keeps it until it is answered. One about the same thing that did not go out yet is replaced.
  ask(message, thing) {
    const waiting = memory.outbox.filter((entry) => entry.thing === thing && entry !== this.sent && !entry.i)[0];
    if (waiting) waiting.message = message;
    else memory.outbox.push({ thing: thing, message: message, i: 0 });
    remember();
    this.next();
  }

  take(message) {
    if (message.t === "waiting") clearTimeout(this.guard);
    if (message.t === "welcome") {
      clearTimeout(this.guard);
      this.tries = 0;
      this.become("in");
    }
    if (message.t === "ok" || message.t === "no") this.answered(message);
    else this.hear(message, null);
    this.next();
  }

  answered(message) {
    const sent = this.sent;
    if (!sent || sent.i !== message.i) return;
    clearTimeout(this.guard);
    this.sent = null;
    if (message.t === "no" && message.why === "slow") {
      sent.i = nextNumber(); // the same once more, a little later; a refused number stays refused
      this.sent = sent;
      remember();
      this.guard = setTimeout(() => this.transmit(), 2500);
      return;
    }
    memory.outbox = memory.outbox.filter((entry) => entry !== sent);
    remember();
    this.hear(message, sent.message);
  }

  next() {
    if (this.state !== "in" || this.sent || !memory.outbox.length) return;
    this.sent = memory.outbox[0];
    if (!this.sent.i) this.sent.i = nextNumber();
    remember();
    this.repeats = 0;
    this.transmit();
  }

  transmit() {
    clearTimeout(this.guard);
    if (this.repeats++ > 1) return this.open();
    this.socket.send(JSON.stringify(Object.assign({ i: this.sent.i }, this.sent.message)));
    this.guard = setTimeout(() => this.transmit(), ANSWER_WITHIN);
  }

  // It was lost: the next try comes by itself, each later than the one before, and not all phones at once.
  lose(why, pace) {
    this.shut();
    const wait = Math.min(pace.most, pace.first * Math.pow(2, Math.min(this.tries++, 10)));
    this.timer = setTimeout(() => this.open(), wait * (2 / 3 + (Math.random() * 2) / 3));
    this.become("lost", why);
  }

  end(why) {
    this.shut();
    this.become("ended", why);
  }

  shut() {
    clearTimeout(this.timer);
    clearTimeout(this.guard);
    this.sent = null;
    const socket = this.socket;
    this.socket = null;
    if (socket) socket.close();
  }

  become(state, why) {
    this.state = state;
    this.turn(state, why || "");
  }
}
