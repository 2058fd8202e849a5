// The pieces that screens are made of. Text goes in as text only: nothing here reads it as markup.

// An element. `props`: "class", "on" (event to listener), or an attribute; true means present, false or null absent.
function el(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const name of Object.keys(props || {})) {
    const value = props[name];
    if (name === "on") for (const event of Object.keys(value)) made.addEventListener(event, value[event]);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

function text(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

function empty(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
}

// A button; `kind` is "main" (the one thing to do here), "plain" or "quiet".
function button(words, kind, act, label) {
  return el("button", { type: "button", class: kind, "aria-label": label || null, on: { click: act } }, words);
}

// Says in grey letters for a button that it has no use now, and leaves the keyboard on it: a press tells why.
function allow(node, on) {
  if (on) node.removeAttribute("aria-disabled");
  else node.setAttribute("aria-disabled", "true");
}

// The heading of a screen: the keyboard and the voice of a screen reader begin there.
function heading(words) {
  return el("h1", { tabindex: "-1" }, words);
}

// A labelled field with a hint below it; the hint is read with the label.
function field(label, hint, input) {
  const id = "f" + Math.random().toString(36).slice(2);
  input.id = id;
  const parts = [el("label", { for: id }, label)];
  if (hint) {
    input.setAttribute("aria-describedby", id + "h");
    parts.push(el("p", { class: "hint", id: id + "h" }, hint));
  }
  return el("div", { class: "field" }, ...parts, input);
}

// What somebody types on a note or in a name keeps its own direction of reading.
function written(words, tag) {
  return el(tag || "p", { class: "written", dir: "auto" }, words);
}

// Brings the rows of a list up to date: rows stay themselves, so the keyboard and half-written text stay where they are.
// `make(item)` gives {root, show(item)}.
function fill(list, items, keyOf, make) {
  const old = list.rows || new Map();
  const rows = new Map();
  for (const item of items) rows.set(keyOf(item), old.get(keyOf(item)) || make(item));
  old.forEach((row, key) => {
    if (!rows.has(key)) list.removeChild(row.root);
  });
  let at = list.firstChild;
  for (const item of items) {
    const row = rows.get(keyOf(item));
    row.show(item);
    if (row.root === at) at = at.nextSibling;
    else list.insertBefore(row.root, at);
  }
  list.rows = rows;
}

// Has a sentence read to those who listen; the same one twice is read twice.
function say(words) {
  const said = document.getElementById("said");
  said.textContent = said.textContent === words ? words + "\u00A0" : words;
}

// A random name that nobody guesses and nobody else has; works without a secure context.
function randomKey() {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
}
