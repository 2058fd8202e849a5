// Writing notes: choose a block, write, send, and look after one's own. Nothing typed here gets lost: it is in the
// phone's memory with every letter.

const MOST_LETTERS = 280;
const MOST_LINES = 6;
const WARN_FROM = 40; // characters left

// The sentence that says why a text cannot go on a note; "" when it can.
function troubleWith(words) {
  const letters = Array.from(words).length;
  if (!words) return t("write.empty");
  if (letters > MOST_LETTERS) return t("write.long", { n: letters - MOST_LETTERS });
  return words.split("\n").length > MOST_LINES ? t("write.lines") : "";
}

// What the counter says under a text: nothing until there is little room left.
function roomIn(words) {
  const left = MOST_LETTERS - Array.from(words).length;
  if (left < 0) return t("write.long", { n: -left });
  return left <= WARN_FROM ? t("write.left", { n: left }) : "";
}

// The block that the draft is for; null when there is none, or it is gone.
function chosenBlock() {
  return blockOf(memory.draft.sheet, memory.draft.block);
}

function choose(sheet, block) {
  memory.draft.sheet = sheet;
  memory.draft.block = block;
  remember();
}

// A workshop with one block leaves nothing to choose.
function chooseTheOnlyOne() {
  const blocks = room.sheets.reduce((all, sheet) => all.concat(sheet.blocks), []);
  if (blocks.length === 1) choose(room.sheets[0].id, blocks[0].id);
}

// All blocks as large buttons, the sheets as headings when there are several.
function blockScreen(done) {
  const list = el("div", { class: "blocks" });
  const screen = page(heading(t("write.choose")), list);
  const row = (entry) => {
    const words = el("strong");
    const ask = el("span", { class: "ask" });
    const take = () => {
      choose(entry.sheet.id, entry.block.id);
      done();
    };
    const root = entry.block
      ? el("button", { type: "button", class: "block", on: { click: take } }, words, ask)
      : el("h2", {}, words);
    return {
      root: root,
      show(now) {
        text(words, now.block ? named(now.block.name) : sheetName(now.sheet));
        text(ask, now.block ? named(now.block.ask) : "");
      },
    };
  };
  screen.update = () => {
    const entries = [];
    for (const sheet of room.sheets) {
      if (room.sheets.length > 1) entries.push({ sheet: sheet, block: null });
      for (const block of sheet.blocks) entries.push({ sheet: sheet, block: block });
    }
    fill(list, entries, (entry) => entry.sheet.id + "|" + (entry.block ? entry.block.id : ""), row);
  };
  return screen;
}

// The note that is being written, and the own notes under it.
function writeScreen(app) {
  const where = el("strong");
  const ask = el("p", { class: "ask" });
  const change = button(t("write.change"), "plain", () => app.chooseBlock());
  const area = el("textarea", { rows: "4", dir: "auto", autocapitalize: "sentences", class: "note" });
  const left = el("p", { class: "hint", "aria-live": "polite" });
  const result = el("p", { class: "result" });
  const trouble = el("p", { class: "trouble", role: "alert" });
  const send = button(t("write.send"), "main", () => sendDraft());
  const remark = el("p", { class: "remark" });
  const own = el("div", { class: "own" });
  const title = el("h2");

  const sendDraft = () => {
    const words = area.value.trim();
    const wrong = !room.writing ? t("write.paused") : room.you.left < 1 ? t("write.many") : troubleWith(words);
    text(trouble, wrong);
    if (wrong) return area.focus();
    const draft = memory.draft;
    const message = { t: "write", key: draft.key || randomKey(), sheet: draft.sheet, block: draft.block, text: words };
    memory.draft = { text: "", sheet: draft.sheet, block: draft.block, key: "" };
    area.value = "";
    text(left, "");
    text(result, "");
    app.line.ask(message, "write:" + message.key);
    app.refresh();
    area.focus();
  };
  area.value = memory.draft.text;
  area.addEventListener("input", () => {
    memory.draft.text = area.value;
    if (!memory.draft.key) memory.draft.key = randomKey();
    remember();
    text(trouble, "");
    text(result, "");
    text(left, roomIn(area.value.trim()));
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) sendDraft();
  });

  const screen = page(
    heading(t("write.heading")),
    el("div", { class: "card" }, where, ask, change),
    remark,
    field(t("write.label"), "", area),
    left,
    trouble,
    send,
    result,
    title,
    own
  );
  screen.said = (words) => text(result, words);
  screen.trouble = (words) => text(trouble, words);
  screen.update = () => {
    const block = chosenBlock();
    text(where, block ? named(block.name) : "");
    text(ask, block ? named(block.ask) : "");
    text(remark, !room.writing ? t("write.paused") : room.hidden ? t("write.hidden") : room.tray ? t("write.tray") : "");
    remark.className = room.writing ? "remark" : "remark strong";
    allow(send, room.writing);
    const notes = ownNotes();
    text(title, notes.length ? t("write.own", { n: notes.length }) : "");
    fill(own, notes, (note) => note.id, (note) => ownRow(app, note));
  };
  return screen;
}

// What there is to say when a note was taken, where it now is.
function sentWords(note) {
  return note.where === "tray" ? t("write.sent.tray") : note.down ? t("write.sent.down") : t("write.sent");
}

// The own notes, the newest first: those that the laptop has, before them those that are on their way, and before all
// what it did not take. `state`: "sending" | "unsent" | "".
function ownNotes() {
  const going = memory.outbox.filter((entry) => entry.message.t === "write");
  const taken = room.you.notes.map((note) => Object.assign({ state: "" }, note));
  const all = taken.concat(
    going.map(({ message }) => Object.assign({}, message, { id: message.key, state: "sending" })),
    memory.unsent.map((note) => Object.assign({}, note, { id: note.key, state: "unsent" }))
  );
  return all.reverse();
}

// A text in one line, for a button's name.
function short(words) {
  const line = words.replace(/\s+/g, " ");
  return line.length > 60 ? line.slice(0, 57) + "…" : line;
}

// One own note with what can be done with it.
function ownRow(app, first) {
  const root = el("article", { class: "paper yellow" });
  let drawn = "";
  let editing = false;
  let sure = false;

  const redraw = (note, focus) => {
    drawn = "";
    row.show(note);
    const target = focus && root.querySelector(focus);
    if (target) target.focus();
  };
  const editor = (note) => {
    const area = el("textarea", { rows: "4", dir: "auto", "aria-label": t("write.label") });
    const trouble = el("p", { class: "trouble", role: "alert" });
    const stop = () => {
      editing = false;
      delete memory.edits[note.id];
      remember();
      redraw(note, "button");
    };
    area.value = note.id in memory.edits ? memory.edits[note.id] : note.text;
    area.addEventListener("input", () => {
      memory.edits[note.id] = area.value;
      remember();
      text(trouble, "");
    });
    const keep = () => {
      const words = area.value.trim();
      const wrong = troubleWith(words);
      text(trouble, wrong);
      if (wrong) return area.focus();
      if (words !== note.text) app.line.ask({ t: "edit", note: note.id, text: words }, "edit:" + note.id);
      note = Object.assign({}, note, { text: words });
      stop();
    };
    return [area, trouble, actions(button(t("write.save"), "main", keep), button(t("write.cancel"), "plain", stop))];
  };
  const question = (note) => [
    written(note.text),
    el("p", { class: "strong" }, t("write.sure")),
    actions(
      button(t("write.sure.yes"), "main", () => {
        sure = false;
        app.line.ask({ t: "remove", note: note.id }, "remove:" + note.id);
        redraw(note, "");
      }),
      button(t("write.cancel"), "plain", () => {
        sure = false;
        redraw(note, "button");
      })
    ),
  ];
  const calm = (note) => [
    written(note.text),
    el("p", { class: "small" }, whereabouts(note)),
    actions(
      button(t("write.edit"), "plain", () => {
        editing = true;
        memory.edits[note.id] = note.text;
        remember();
        redraw(note, "textarea");
      }, t("write.edit.of", { text: short(note.text) })),
      button(t("write.remove"), "plain", () => {
        sure = true;
        redraw(note, "button");
      }, t("write.remove.of", { text: short(note.text) }))
    ),
  ];
  const refused = (note) => [
    written(note.text),
    el("p", { class: "strong" }, t("why." + note.why)),
    actions(
      button(t("write.again"), "main", () => app.sendAgain(note.key)),
      button(t("write.drop"), "plain", () => app.throwAway(note.key))
    ),
  ];
  const going = (note) => [
    written(note.text),
    el("p", { class: "small" }, t(app.line.state === "in" ? "write.sending" : "write.unsent")),
  ];
  const row = {
    root: root,
    show(note) {
      const look = JSON.stringify([note, editing, sure, app.line.state === "in"]);
      if (look === drawn || (editing && drawn && note.state === "")) return;
      drawn = look;
      empty(root);
      const parts = { sending: going, unsent: refused }[note.state] || (editing ? editor : sure ? question : calm);
      for (const part of parts(note)) root.append(part);
    },
  };
  editing = first.id in memory.edits;
  return row;
}

// Which block it is in, and whether others can read it.
function whereabouts(note) {
  const block = blockOf(note.sheet, note.block);
  const state = note.where === "tray" ? t("write.waits") : note.down ? t("write.down") : "";
  return [block ? named(block.name) : t("look.beside"), state].filter((part) => part).join(" · ");
}

function actions(...buttons) {
  return el("div", { class: "actions" }, ...buttons);
}
