// Enhancements of PLUS pages. Every page works without this file; nothing here decides anything the server does not.
// Elements ask for an enhancement with data-plus="name".

const words = (await import(`./words.${document.documentElement.lang === "en" ? "en" : "lv"}.js`)).default;
const say = (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

// ---------------------------------------------------------------------------------------------- focus and errors

function focusOnLoad(element) {
  element.focus({ preventScroll: false });
}

function errorSummary(element) {
  element.focus();
  element.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const group = field.closest(".govuk-form-group") ?? field;
    group.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
}

// ------------------------------------------------------------------------------------------------ character count

function characterCount(area) {
  const max = Number(area.dataset.max);
  const message = document.getElementById(`${area.id}-count`);
  if (!message) return;
  const spoken = make("span", { class: "govuk-visually-hidden", "aria-live": "polite" });
  message.after(spoken);
  let timer;
  const update = () => {
    const left = max - area.value.length;
    const text = left < 0 ? say("charactersOver", { count: -left }) : say("charactersLeft", { count: left });
    message.textContent = text;
    message.classList.toggle("govuk-error-message", left < 0);
    message.classList.toggle("govuk-hint", left >= 0);
    clearTimeout(timer);
    timer = setTimeout(() => (spoken.textContent = left < max / 10 ? text : ""), 1000);
  };
  area.addEventListener("input", update);
  update();
}

// --------------------------------------------------------------------------------------------------------- dates

const iso = (date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
const typed = (date) =>
  `${String(date.getDate()).padStart(2, "0")}.${String(date.getMonth() + 1).padStart(2, "0")}.${date.getFullYear()}`;
const sameDay = (a, b) => a && b && iso(a) === iso(b);
const read = (text) => {
  const parts = text.match(/^(\d{1,2})[./](\d{1,2})[./](\d{4})\.?$/);
  if (!parts) return null;
  const date = new Date(Number(parts[3]), Number(parts[2]) - 1, Number(parts[1]));
  return date.getDate() === Number(parts[1]) ? date : null;
};
const months = () => say("months").split(",");
const weekdays = () => say("weekdays").split(",");
const shortWeekdays = () => say("weekdaysShort").split(",");
const spokenDay = (date) =>
  `${weekdays()[(date.getDay() + 6) % 7]}, ${say("spokenDay", {
    day: date.getDate(),
    month: months()[date.getMonth()],
    year: date.getFullYear(),
  })}`;

function datePicker(box) {
  const input = box.querySelector("input");
  if (input.readOnly) return;
  const min = box.dataset.min ?? "0000";
  const max = box.dataset.max ?? "9999";
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ width: 20, height: 20, viewBox: "0 0 20 20", "aria-hidden": "true" }))
    icon.setAttribute(name, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M2 4h16v14H2zM2 8h16M6 2v4M14 2v4");
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "2");
  icon.append(path);
  const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent.trim() ?? "";
  const toggle = make(
    "button",
    { type: "button", class: "plus-date__toggle", "aria-expanded": "false", "aria-haspopup": "dialog" },
    icon,
    make("span", { class: "govuk-visually-hidden" }, say("chooseDate", { field: label })),
  );
  const title = make("h2", { class: "plus-calendar__title", id: `${input.id}-month`, "aria-live": "polite" });
  const head = make("tr");
  for (const [i, day] of weekdays().entries())
    head.append(make("th", { scope: "col" }, make("span", { "aria-hidden": "true" }, shortWeekdays()[i]),
      make("span", { class: "govuk-visually-hidden" }, day)));
  const body = make("tbody");
  const turn = (text, symbol, step) => {
    const button = make("button", { type: "button" }, make("span", { "aria-hidden": "true" }, symbol),
      make("span", { class: "govuk-visually-hidden" }, text));
    button.addEventListener("click", () => show(step(shown), false));
    return button;
  };
  const month = (count) => (date) => {
    const day = new Date(date.getFullYear(), date.getMonth() + count, 1);
    const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
    day.setDate(Math.min(date.getDate(), last));
    return day;
  };
  const close = make("button", { type: "button" }, say("close"));
  const now = make("button", { type: "button" }, say("today"));
  const dialog = make(
    "div",
    { class: "plus-calendar", role: "dialog", "aria-modal": "true", "aria-labelledby": title.id, hidden: true },
    make("div", { class: "plus-calendar__bar" }, turn(say("yearBack"), "«", month(-12)),
      turn(say("monthBack"), "‹", month(-1)), title, turn(say("monthOn"), "›", month(1)),
      turn(say("yearOn"), "»", month(12))),
    make("table", { role: "grid", "aria-labelledby": title.id }, make("thead", {}, head), body),
    make("div", { class: "plus-calendar__end" }, now, close),
  );
  let shown = new Date();

  function show(date, focus = true) {
    shown = date;
    const chosen = read(input.value);
    title.textContent = say("monthTitle", { month: months()[date.getMonth()], year: date.getFullYear() });
    const start = new Date(date.getFullYear(), date.getMonth(), 1);
    start.setDate(1 - ((start.getDay() + 6) % 7));
    body.replaceChildren();
    for (let week = 0; week < 6; week++) {
      const row = make("tr");
      for (let i = 0; i < 7; i++) {
        const day = new Date(start.getFullYear(), start.getMonth(), start.getDate() + week * 7 + i);
        const cell = make("td");
        if (day.getMonth() === date.getMonth()) {
          const off = iso(day) < min || iso(day) > max;
          const button = make("button", {
            type: "button",
            tabindex: sameDay(day, date) ? "0" : "-1",
            "aria-label": spokenDay(day),
            "aria-disabled": off ? "true" : null,
            "aria-pressed": sameDay(day, chosen) ? "true" : "false",
            "aria-current": sameDay(day, new Date()) ? "date" : null,
            "data-day": iso(day),
          }, String(day.getDate()));
          if (!off) button.addEventListener("click", () => choose(day));
          cell.append(button);
        }
        row.append(cell);
      }
      body.append(row);
    }
    if (focus) body.querySelector(`[data-day="${iso(date)}"]`).focus();
  }

  function choose(day) {
    input.value = typed(day);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    shut();
  }

  function shut(back = true) {
    dialog.hidden = true;
    toggle.setAttribute("aria-expanded", "false");
    if (back) toggle.focus();
  }

  const moves = {
    ArrowLeft: (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate() - 1),
    ArrowRight: (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate() + 1),
    ArrowUp: (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate() - 7),
    ArrowDown: (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate() + 7),
    Home: (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate() - ((d.getDay() + 6) % 7)),
    End: (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate() + 6 - ((d.getDay() + 6) % 7)),
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      shut();
    } else if (event.target.dataset.day && (moves[event.key] || event.key.startsWith("Page"))) {
      event.preventDefault();
      const step = event.shiftKey ? 12 : 1;
      show(moves[event.key]?.(shown) ?? month(event.key === "PageUp" ? -step : step)(shown));
    } else if (event.key === "Tab") {
      const stops = [...dialog.querySelectorAll("button:not([tabindex='-1'])")];
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      if (document.activeElement === edge) {
        event.preventDefault();
        (event.shiftKey ? stops.at(-1) : stops[0]).focus();
      }
    }
  });
  close.addEventListener("click", () => shut());
  now.addEventListener("click", () => show(new Date()));
  toggle.addEventListener("click", () => {
    if (!dialog.hidden) return shut();
    dialog.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    show(read(input.value) ?? new Date());
  });
  document.addEventListener("click", (event) => {
    if (!dialog.hidden && !box.contains(event.target) && event.target.isConnected) shut(false);
  });
  box.append(toggle, dialog);
}

// --------------------------------------------------------------------- choices as one types (people, search box)

function suggestions(box, { pick }) {
  const input = box.querySelector("input:not([type=hidden])");
  const source = box.dataset.source;
  if (!source) return;
  const list = make("ul", { class: "plus-choices", role: "listbox", id: `${input.id}-choices`, hidden: true,
    "aria-label": say("choices") });
  const spoken = make("div", { class: "govuk-visually-hidden", role: "status" });
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  box.append(list, spoken);
  let timer;
  let asked;
  let current = -1;

  const close = () => {
    list.hidden = true;
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    const items = [...list.children];
    current = (place + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === current)));
    input.setAttribute("aria-activedescendant", items[current].id);
    items[current].scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    asked?.abort();
    const text = input.value.trim();
    if (text.length < 3) return close();
    asked = new AbortController();
    const body = new URLSearchParams({ q: text });
    const token = (box.closest("form") ?? document).querySelector("[name=__RequestVerificationToken]");
    if (token) body.set("__RequestVerificationToken", token.value);
    try {
      const answer = await fetch(source, { method: "POST", body, signal: asked.signal,
        headers: { accept: "application/json" } });
      if (!answer.ok) return close();
      const found = await answer.json();
      list.replaceChildren(...found.map((choice, i) => {
        const item = make("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" }, choice.text);
        if (choice.note) item.append(make("small", {}, choice.note));
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => { pick(choice, input, box); close(); });
        return item;
      }));
      list.hidden = found.length === 0;
      current = -1;
      input.setAttribute("aria-expanded", String(found.length > 0));
      spoken.textContent = found.length ? say("found", { count: found.length }) : say("foundNone");
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 180);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(event.key === "ArrowDown" ? current + 1 : current <= 0 ? -1 : current - 1);
    } else if (event.key === "Enter" && current >= 0) {
      event.preventDefault();
      list.children[current].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
}

const person = (box) => {
  const hidden = box.querySelector("input[type=hidden]");
  const input = box.querySelector("input:not([type=hidden])");
  input.addEventListener("input", () => hidden && (hidden.value = ""));
  suggestions(box, {
    pick: (choice) => {
      input.value = choice.text;
      if (hidden) hidden.value = choice.value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
  });
};

const search = (form) => suggestions(form, { pick: (choice) => choice.href && location.assign(choice.href) });

// -------------------------------------------------------------------------------------------------------- drafts

const rigaTime = () =>
  new Intl.DateTimeFormat("lv", { timeZone: "Europe/Riga", hour: "2-digit", minute: "2-digit" }).format(new Date());

function draft(form) {
  const state = make("p", { class: "plus-draft-state", role: "status" });
  form.append(state);
  let changed = false;
  let sending = false;
  const keep = async () => {
    if (!changed || sending) return;
    changed = false;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string" && form.elements[name]?.type !== "password") body.append(name, value);
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: true, redirect: "manual" });
      if (answer.ok) {
        state.textContent = say("draftKept", { time: rigaTime() });
      } else {
        changed = true;
        // A redirect leads to the log-in page: the session has ended.
        const ended = answer.type === "opaqueredirect" || answer.status === 401;
        state.textContent = say(ended ? "draftNoSession" : "draftNotKept");
      }
    } catch {
      changed = true;
      state.textContent = say("draftNotKept");
    }
  };
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("change", () => (changed = true));
  form.addEventListener("submit", () => (sending = true));
  setInterval(keep, 4000);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
}

// ------------------------------------------------------------------------------------------------- smaller things

function takeTheirs(button) {
  const field = document.getElementById(button.dataset.field);
  if (!field) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (field.type === "radio" || field.type === "checkbox") {
      const group = document.getElementsByName(field.name);
      for (const option of group) option.checked = option.value === button.dataset.value;
    } else {
      field.value = button.dataset.value;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}

function upload(box) {
  const input = box.querySelector("input");
  const list = make("ul", { "aria-live": "polite" });
  box.append(list);
  input.addEventListener("change", () =>
    list.replaceChildren(...[...input.files].map((file) =>
      make("li", {}, `${file.name}, ${say("kilobytes", { size: Math.max(1, Math.round(file.size / 1024)) })}`))));
}

function tickAll(head) {
  const table = head.closest("table");
  const boxes = [...table.querySelectorAll("tbody input[type=checkbox]")];
  const state = table.closest("form")?.querySelector("[data-plus-count]");
  const update = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    head.checked = ticked > 0 && ticked === boxes.length;
    head.indeterminate = ticked > 0 && ticked < boxes.length;
    if (state) state.textContent = say("ticked", { count: ticked });
  };
  head.hidden = false;
  head.addEventListener("change", () => {
    for (const box of boxes) box.checked = head.checked;
    update();
  });
  table.addEventListener("change", update);
  update();
}

function progress(box) {
  const poll = async () => {
    try {
      const answer = await fetch(box.dataset.source, { headers: { accept: "text/html" } });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById(box.id);
        if (!fresh || fresh.dataset.done) return location.reload();
        box.replaceChildren(...fresh.childNodes);
      }
    } finally {
      setTimeout(poll, 2000);
    }
  };
  if (!box.dataset.done) setTimeout(poll, 2000);
}

// data-show-when="Name=value|value": shown while the named field has one of the values. Without script always shown.
function showWhen(element) {
  const [name, values] = element.dataset.showWhen.split("=");
  const wanted = values.split("|");
  const form = element.closest("form");
  const update = () => (element.hidden = !new FormData(form).getAll(name).some((value) => wanted.includes(value)));
  form.addEventListener("change", update);
  update();
}

// ------------------------------------------------------------------------------------------------------ passkeys

// The form appears where the browser knows passkeys; its first sending asks the device, the second one carries the answer.
function passkey(form) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  form.hidden = false;
  const [answer, trouble] = [form.elements.Credential, form.querySelector("[data-trouble]")];
  form.addEventListener("submit", async (event) => {
    if (answer.value) return;
    event.preventDefault();
    trouble.hidden = true;
    try {
      const asked = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
      if (!asked.ok) throw new Error(asked.status);
      const options = await asked.json();
      const credential = form.dataset.make
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      answer.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      trouble.hidden = false;
    }
  });
}

// A form asks the server, as one types, what sending it would meet: words beside each field and lines for the whole, said
// politely. Nothing is sent in, and what the server says on sending counts.
function check(form) {
  const whole = form.querySelector("[data-check-whole]");
  const spoken = make("div", { class: "govuk-visually-hidden", role: "status" });
  form.append(spoken);
  let timer;
  let asked;
  const describe = (field, id, on) => {
    const ids = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
    if (on) ids.add(id);
    else ids.delete(id);
    if (ids.size) field.setAttribute("aria-describedby", [...ids].join(" "));
    else field.removeAttribute("aria-describedby");
  };
  const mark = (field, on) => {
    field.classList.toggle("govuk-input--error", on);
    if (on) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  const clear = () => {
    whole.replaceChildren();
    for (const note of form.querySelectorAll("[data-check-note], .govuk-error-message[id$='-error']")) {
      const field = document.getElementById(note.id.replace(/-(check|error)$/, ""));
      if (!field) continue;
      describe(field, note.id, false);
      mark(field, false);
      field.closest(".govuk-form-group")?.classList.remove("govuk-form-group--error");
      note.remove();
    }
  };
  const show = (answer) => {
    clear();
    for (const { field: name, text } of answer.fields) {
      const field = form.elements[name];
      if (!field) continue;
      const note = make("p", { class: "govuk-error-message", id: `${field.id}-check`, "data-check-note": true }, text);
      field.after(note);
      describe(field, note.id, true);
      mark(field, true);
    }
    if (answer.against) whole.append(make("p", { class: "govuk-error-message" }, answer.against));
    if (answer.whole) whole.append(make("p", { class: "govuk-body" }, answer.whole));
    const said = [...answer.fields.map((line) => line.text), answer.against, answer.whole].filter(Boolean).join(". ");
    if (spoken.textContent !== said) spoken.textContent = said;
  };
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    try {
      const answer = await fetch(form.dataset.source, { method: "POST", body, signal: asked.signal,
        headers: { accept: "application/json" }, redirect: "manual" });
      if (answer.ok) show(await answer.json());
      else clear();
    } catch (error) {
      if (error.name !== "AbortError") clear();
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  });
}

function once(form) {
  let sent = 0;
  form.addEventListener("submit", (event) => {
    if (Date.now() - sent < 2000) event.preventDefault();
    sent = Date.now();
  });
}

// A table of fields: arrows move between them, Enter goes down a column and from its end to the next one.
function grid(table) {
  const fields = () => [...table.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.querySelector("input")));
  const go = (row, column, down, across) => {
    const rows = fields();
    for (let r = row + down, c = column + across; rows[r] && c >= 0 && c < rows[r].length; r += down, c += across)
      if (rows[r][c]) {
        rows[r][c].focus();
        rows[r][c].select();
        return true;
      }
    return false;
  };
  table.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const column = field.closest("td").cellIndex;
    const row = [...table.tBodies[0].rows].indexOf(field.closest("tr"));
    const atStart = field.selectionEnd === 0 || field.selectionEnd - field.selectionStart === field.value.length;
    const atEnd = field.selectionStart === field.value.length || atStart && field.selectionEnd === field.value.length;
    let moved = false;
    if (event.key === "ArrowDown") moved = go(row, column, 1, 0);
    else if (event.key === "ArrowUp") moved = go(row, column, -1, 0);
    else if (event.key === "ArrowRight" && atEnd) moved = go(row, column, 0, 1);
    else if (event.key === "ArrowLeft" && atStart) moved = go(row, column, 0, -1);
    else if (event.key === "Enter" && !event.shiftKey) moved = go(row, column, 1, 0) || go(-1, column + 1, 1, 0);
    if (moved) event.preventDefault();
  });
}

// A contact dragged to another hour opens the form that moves it, filled in; the same form opens by its link.
function calendar(table) {
  let move = null;
  table.addEventListener("dragstart", (event) => {
    const entry = event.target.closest?.("[data-move]");
    move = entry?.dataset.move ?? null;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    entry?.classList.add("plus-week__entry--moving");
  });
  const over = (cell) => {
    table.querySelector(".plus-week__over")?.classList.remove("plus-week__over");
    cell?.classList.add("plus-week__over");
  };
  table.addEventListener("dragover", (event) => {
    const cell = event.target.closest?.("td[data-day]");
    if (move && cell) event.preventDefault();
    over(move ? cell : null);
  });
  table.addEventListener("dragend", () => {
    move = null;
    over(null);
    table.querySelector(".plus-week__entry--moving")?.classList.remove("plus-week__entry--moving");
  });
  table.addEventListener("drop", (event) => {
    const cell = event.target.closest?.("td[data-day]");
    if (!move || !cell) return;
    event.preventDefault();
    location.assign(`${move}?day=${cell.dataset.day}&time=${encodeURIComponent(cell.dataset.time)}`);
  });
}

// The alarm queue: the server says that it changed, the page fetches it anew, and a new alarm is heard.
function alarms(box) {
  const queue = box.querySelector("[data-alarms-queue]");
  const status = box.querySelector("[data-alarms-status]");
  const button = box.querySelector("[data-alarms-sound]");
  let shown = { open: +box.dataset.open, unanswered: +box.dataset.unanswered, latest: +box.dataset.latest };
  let sound = null;
  button.hidden = false;
  button.addEventListener("click", () => {
    sound = new AudioContext();
    button.hidden = true;
    beep();
  });
  const beep = () => {
    if (!sound) return;
    const tone = sound.createOscillator();
    const loud = sound.createGain();
    tone.connect(loud).connect(sound.destination);
    tone.frequency.value = 880;
    loud.gain.setValueAtTime(0.4, sound.currentTime);
    loud.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.9);
    tone.start();
    tone.stop(sound.currentTime + 1);
  };
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "plus" } });
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    queue.replaceChildren(...page.querySelector("[data-alarms-queue]").childNodes);
    status.textContent = page.querySelector("[data-alarms-status]").textContent;
  };
  new EventSource(box.dataset.stream).addEventListener("message", async (event) => {
    const now = JSON.parse(event.data);
    const isNew = now.latest > shown.latest || now.unanswered > shown.unanswered;
    const changed = isNew || now.open !== shown.open || now.unanswered !== shown.unanswered;
    shown = now;
    if (!changed) return;
    if (isNew) beep();
    await refresh();
  });
}

const enhancements = {
  alarms,
  calendar,
  check,
  date: datePicker,
  person,
  search,
  draft,
  focus: focusOnLoad,
  "error-summary": errorSummary,
  take: takeTheirs,
  upload,
  passkey,
  "tick-all": tickAll,
  progress,
  grid,
};

for (const element of document.querySelectorAll("[data-plus]")) enhancements[element.dataset.plus]?.(element);
for (const area of document.querySelectorAll("textarea[data-max]")) characterCount(area);
for (const element of document.querySelectorAll("[data-show-when]")) showWhen(element);
for (const form of document.querySelectorAll("form[method=post]")) once(form);
