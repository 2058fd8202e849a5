// Coming in: the code and the name, the wait for a nod, and what to say when there is no way in.

const LETTERS = /[^BCDFGHJKLMNPQRSTVWXZ23456789]/g;
const CODE_LENGTH = 6;

function tidyCode(typed) {
  return typed.toUpperCase().replace(LETTERS, "");
}

// The code stands behind the # of the address that was scanned. It is taken out of the address bar at once: it belongs
// in no history and no picture of the screen.
function codeFromAddress() {
  const code = tidyCode(location.hash.slice(1));
  if (location.hash) history.replaceState(null, "", location.pathname);
  return code.length === CODE_LENGTH ? code : "";
}

// Asks for code and name. `given` is the code when it was scanned, `wrong` the key of what was wrong with the last try;
// `go(code, name)` is called with what the person filled in.
function joinScreen(given, wrong, go) {
  const trouble = el("p", { class: "trouble", role: "alert" }, wrong ? t(wrong) : "");
  const code = el("input", {
    class: "code",
    type: "text",
    autocomplete: "off",
    autocapitalize: "characters",
    autocorrect: "off",
    spellcheck: "false",
    maxlength: "12",
  });
  const name = nameInput(memory.name);
  const enter = (event) => {
    event.preventDefault();
    const typed = given || tidyCode(code.value);
    if (typed.length !== CODE_LENGTH) {
      text(trouble, t("join.short"));
      code.setAttribute("aria-invalid", "true");
      code.focus();
      return;
    }
    go(typed, name.value.trim());
  };
  const form = el(
    "form",
    { novalidate: true, on: { submit: enter } },
    given ? null : field(t("join.code"), t("join.code.hint"), code),
    trouble,
    field(t("join.name"), t("join.name.hint"), name),
    el("button", { type: "submit", class: "main" }, t("join.go"))
  );
  return page(heading(t("join.heading")), form);
}

function nameInput(value) {
  const input = el("input", { type: "text", autocomplete: "given-name", maxlength: "40", dir: "auto" });
  input.value = value;
  return input;
}

// For who came in by a code scanned with a phone that was here before, for another workshop.
function nameScreen(go) {
  const name = nameInput(memory.name);
  const enter = (event) => {
    event.preventDefault();
    go(name.value.trim());
  };
  const form = el(
    "form",
    { novalidate: true, on: { submit: enter } },
    field(t("join.name"), t("join.name.hint"), name),
    el("button", { type: "submit", class: "main" }, t("go.on"))
  );
  return page(heading(t("name.heading")), form);
}

// One sentence, perhaps with a button; nothing else to do.
function sentenceScreen(title, sentence, words, act) {
  return page(heading(title), el("p", { class: "big" }, sentence), words ? button(words, "main", act) : null);
}

function page(...children) {
  return { root: el("div", { class: "screen" }, ...children), update() {} };
}
