// Looking at the board: a list to read, block by block, and the sheet as a picture to zoom in on.

function lookScreen(app) {
  const title = heading(t("look.heading"));
  const which = el("select", { on: { change: () => show(which.value) } });
  const chooser = field(t("look.sheet"), "", which);
  const list = el("div", { class: "board" });
  const picture = button(t("look.picture"), "plain", () => app.showPicture(app.sheet));
  const show = (id) => {
    app.sheet = id;
    app.refresh();
  };
  const screen = page(title, chooser, el("div", { class: "actions" }, picture), list);
  screen.update = () => {
    if (!sheetOf(app.sheet)) app.sheet = room.sheets.length ? room.sheets[0].id : "";
    chooser.hidden = room.sheets.length < 2;
    offerSheets(which, app.sheet);
    const sheet = sheetOf(app.sheet);
    picture.hidden = !sheet;
    fill(list, sheet ? blocksWithNotes(sheet) : [], (part) => part.id, blockPart);
  };
  return screen;
}

function offerSheets(which, chosen) {
  fill(which, room.sheets, (sheet) => sheet.id, (sheet) => {
    const option = el("option", { value: sheet.id });
    return { root: option, show: (now) => text(option, sheetName(now)) };
  });
  which.value = chosen;
}

// The blocks of a sheet with their notes in reading order; what lies beside the sheet comes last, if there is any.
function blocksWithNotes(sheet) {
  const here = room.notes.filter((note) => note.sheet === sheet.id);
  const known = new Set(sheet.blocks.map((block) => block.id));
  const parts = sheet.blocks.map((block) => ({ id: block.id, name: named(block.name), ask: named(block.ask), beside: false }));
  parts.push({ id: "", name: t("look.beside"), ask: "", beside: true });
  for (const part of parts) {
    const inside = here.filter((note) => (part.beside ? !known.has(note.block) : note.block === part.id));
    part.notes = inside.filter((note) => !note.down).sort((a, b) => a.at - b.at);
    part.down = inside.length - part.notes.length;
  }
  return parts.filter((part) => !part.beside || part.notes.length || part.down);
}

function blockPart() {
  const title = el("h2");
  const ask = el("p", { class: "ask" });
  const notes = el("ul", { class: "papers" });
  const remark = el("p", { class: "hint" });
  return {
    root: el("section", {}, title, ask, notes, remark),
    show(part) {
      text(title, part.name);
      text(ask, part.ask);
      fill(notes, part.notes, (note) => note.id, paperRow);
      text(remark, part.down ? t("look.down", { n: part.down }) : part.notes.length ? "" : t("look.empty"));
    },
  };
}

function paperRow() {
  const words = written("");
  const mine = el("p", { class: "small" });
  const root = el("li", {}, words, mine);
  return {
    root: root,
    show(note) {
      root.className = "paper " + paper(note.color);
      text(words, note.text);
      text(mine, room.you.notes.some((own) => own.id === note.id) ? t("look.mine") : "");
    },
  };
}

const PAPERS = ["yellow", "orange", "pink", "green", "blue", "white"];

// The style of a note's paper; a colour of a newer version shows as yellow.
function paper(color) {
  return PAPERS.indexOf(color) < 0 ? "yellow" : color;
}

const ZOOMS = [1, 1.5, 2, 3, 4, 6];

// The sheet as it hangs on the wall. Two fingers zoom, and so do the buttons.
function pictureScreen(app, answer) {
  let step = 0;
  const picture = el("img", { src: answer.path, alt: t("picture.name") });
  const frame = el("div", { class: "frame", tabindex: "0" }, picture);
  const zoom = (to) => {
    const before = ZOOMS[step];
    step = Math.max(0, Math.min(ZOOMS.length - 1, to));
    const middle = { x: frame.scrollLeft + frame.clientWidth / 2, y: frame.scrollTop + frame.clientHeight / 2 };
    picture.style.width = ZOOMS[step] * 100 + "%";
    const by = ZOOMS[step] / before;
    frame.scrollLeft = middle.x * by - frame.clientWidth / 2;
    frame.scrollTop = middle.y * by - frame.clientHeight / 2;
    allow(smaller, step > 0);
    allow(bigger, step < ZOOMS.length - 1);
  };
  const smaller = button("−", "round", () => zoom(step - 1), t("picture.smaller"));
  const bigger = button("+", "round", () => zoom(step + 1), t("picture.bigger"));
  allow(smaller, false);
  const bar = el("div", { class: "bar" }, button(t("back"), "plain", () => app.leavePicture()), smaller, bigger);
  return page(heading(t("picture.heading")), bar, frame);
}
