// The line above every screen, and the page behind the button in it: one's own name and language.

const LANGUAGES = { nl: "Nederlands", en: "English" };

// Name of this person as the button shows it.
function youWords() {
  return room.you.name || t("you.number", { n: room.you.number });
}

function topLine(app) {
  const title = el("span", { class: "title" });
  const clock = el("span", { class: "clock", role: "timer" });
  const you = button("", "you", () => app.showYou());
  const root = document.getElementById("top");
  empty(root);
  root.append(el("img", { src: "/icon.svg", alt: "", width: "28", height: "28" }), title, clock, you);
  return () => {
    text(title, (room.here && room.title) || t("app"));
    you.hidden = !room.here || Boolean(app.ended);
    text(you, youWords());
    you.setAttribute("aria-label", t("you.open") + ": " + youWords());
    const left = Math.max(0, Math.round((room.ends - Date.now()) / 1000));
    const time = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    text(clock, room.ends ? time : "");
    clock.setAttribute("aria-label", t("timer", { time: time }));
    clock.hidden = !room.ends;
  };
}

function youScreen(app) {
  const name = nameInput(room.you.name);
  const keep = (event) => {
    event.preventDefault();
    app.call(name.value.trim());
  };
  const form = el(
    "form",
    { novalidate: true, on: { submit: keep } },
    field(t("join.name"), t("join.name.hint"), name),
    el("button", { type: "submit", class: "main" }, t("you.save"))
  );
  const people = el("p", { class: "hint" });
  const number = el("p", { class: "ask" }, t("you.number", { n: room.you.number }));
  const away = actions(button(t("back"), "plain", () => app.leaveYou()));
  const screen = page(heading(t("you.heading")), number, form, languageChoice(app), people, away);
  screen.update = () => text(people, t("you.people", { n: room.count.in }));
  return screen;
}

// Two large buttons, each in its own language.
function languageChoice(app) {
  const buttons = Object.keys(LANGUAGES).map((code) =>
    el(
      "button",
      {
        type: "button",
        lang: code,
        class: "plain",
        "aria-pressed": String(code === language),
        on: { click: () => app.speak(code) },
      },
      LANGUAGES[code]
    )
  );
  return el("div", { class: "field", role: "group", "aria-label": t("you.language") }, el("span", { class: "label" }, t("you.language")), actions(...buttons));
}
