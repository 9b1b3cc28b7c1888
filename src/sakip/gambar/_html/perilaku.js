// What the page does where scripts run. Without them everything on it is open.
"use strict";
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const command = (name, within = document) => within.querySelector(`[data-perintah="${name}"]`);
  const number = new Intl.NumberFormat("id");

  // --- explanations -----------------------------------------------------------
  const explain = (button, open) => {
    button.setAttribute("aria-expanded", String(open));
    document.getElementById(button.getAttribute("aria-controls")).classList.toggle("buka", open);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.figur");
    if (button) explain(button, button.getAttribute("aria-expanded") !== "true");
  });

  // --- tree -------------------------------------------------------------------
  const tree = document.querySelector("ul.pohon");
  const nodes = tree ? all("li.simpul", tree) : [];
  const isBranch = (node) => node.classList.contains("cabang");
  const isOpen = (node) => isBranch(node) && !node.classList.contains("lipat");
  const above = (node) => node.parentElement.closest("li.simpul");
  const listBelow = (node) => node.lastElementChild;
  const own = (node) => all(":scope > .kepala a, :scope > .kepala button, :scope > .isi a, :scope > .isi button", node);
  const setOpen = (node, open) => {
    if (!isBranch(node)) return;
    node.classList.toggle("lipat", !open);
    node.setAttribute("aria-expanded", String(open));
  };
  const reveal = (node) => {
    for (let up = above(node); up; up = above(up)) setOpen(up, true);
  };
  let active = nodes[0];
  // One stop for the Tab key: the node that is active, and the links within it.
  const activate = (node, focus = true) => {
    active.tabIndex = -1;
    own(active).forEach((item) => { item.tabIndex = -1; });
    active = node;
    active.tabIndex = 0;
    own(active).forEach((item) => { item.tabIndex = 0; });
    if (focus) {
      active.focus({ preventScroll: true });
      active.firstElementChild.scrollIntoView({ block: "nearest" });
    }
  };
  const lastOpen = (node) => {
    while (isOpen(node)) node = listBelow(node).lastElementChild;
    return node;
  };
  const next = (node) => {
    if (isOpen(node)) return listBelow(node).firstElementChild;
    for (let here = node; here; here = above(here)) if (here.nextElementSibling) return here.nextElementSibling;
    return null;
  };
  const previous = (node) => {
    const before = node.previousElementSibling;
    return before ? lastOpen(before) : above(node);
  };
  const label = (node) => node.querySelector(".label").textContent.toLocaleLowerCase("id");
  let typed = "", typedAt = 0; // a name is typed without a pause
  const findByName = (key, at) => {
    typed = at - typedAt > 700 ? key : typed + key;
    typedAt = at;
    let here = typed.length === 1 ? active : previous(active) || lastOpen(tree.lastElementChild);
    for (let tries = nodes.length; tries; tries -= 1) {
      here = next(here) || nodes[0];
      if (label(here).startsWith(typed)) return here;
    }
    return null;
  };
  const keys = {
    ArrowDown: () => next(active),
    ArrowUp: () => previous(active),
    ArrowRight: () => {
      if (isOpen(active)) return listBelow(active).firstElementChild;
      setOpen(active, true);
      return active;
    },
    ArrowLeft: () => {
      if (!isOpen(active)) return above(active);
      setOpen(active, false);
      return active;
    },
    Home: () => nodes[0],
    End: () => lastOpen(tree.lastElementChild),
    Enter: () => { setOpen(active, !isOpen(active)); return active; },
    " ": () => { setOpen(active, !isOpen(active)); return active; },
    "*": () => { [...active.parentElement.children].forEach((item) => setOpen(item, true)); return active; },
  };
  if (tree) {
    tree.setAttribute("role", "tree");
    all("ul", tree).filter((list) => !list.className).forEach((list) => list.setAttribute("role", "group"));
    all("a, button", tree).forEach((item) => { item.tabIndex = -1; });
    nodes.forEach((node) => {
      const head = node.firstElementChild;
      head.id = `${node.id}-n`;
      node.setAttribute("role", "treeitem");
      node.setAttribute("aria-labelledby", head.id);
      node.tabIndex = -1;
      if (isBranch(node)) node.setAttribute("aria-expanded", String(isOpen(node)));
    });
    activate(nodes[0], false);
    tree.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target !== active) {
        if (event.key === "Escape") activate(active);
        return;
      }
      const isTyping = typed && event.timeStamp - typedAt < 700;
      const move = event.key === " " && isTyping ? null : keys[event.key];
      const letter = event.key.length === 1 ? event.key.toLocaleLowerCase("id") : "";
      if (!move && !letter) return;
      event.preventDefault();
      const target = move ? move() : findByName(letter, event.timeStamp);
      if (target) activate(target);
    });
    tree.addEventListener("click", (event) => {
      const node = event.target.closest("li.simpul");
      if (event.target.closest("a, button")) { activate(node, false); return; }
      if (!event.target.closest(".kepala") || String(getSelection())) return;
      setOpen(node, !isOpen(node));
      activate(node);
    });
  }

  // --- folding and size ---------------------------------------------------------
  const onCommand = (name, run) => { const button = command(name); if (button) button.addEventListener("click", () => run(button)); };
  onCommand("buka", () => nodes.forEach((node) => setOpen(node, true)));
  onCommand("lipat", () => {
    nodes.forEach((node) => setOpen(node, false));
    let root = active;
    while (above(root)) root = above(root);
    activate(root, false);
  });
  const setBrief = (button, brief) => {
    tree.classList.toggle("ringkas", brief);
    button.setAttribute("aria-pressed", String(!brief));
  };
  onCommand("rincian", (button) => setBrief(button, !tree.classList.contains("ringkas")));
  if (tree) setBrief(command("rincian"), nodes.length > 12);
  let size = 100;
  const resize = (wanted) => {
    size = Math.min(200, Math.max(50, wanted));
    tree.style.zoom = String(size / 100);
    command("asal").textContent = `${size} %`;
  };
  onCommand("kecil", () => resize(size - 10));
  onCommand("asal", () => resize(100));
  onCommand("besar", () => resize(size + 10));

  // --- search in the tree -------------------------------------------------------
  const isExplained = (text) => text.parentElement.closest(".rinci, .baca, .jenis, i");
  const texts = (node) => {
    const found = [];
    for (const part of [node.querySelector(":scope > .kepala"), node.querySelector(":scope > .isi")]) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (!isExplained(walker.currentNode)) found.push(walker.currentNode);
    }
    return found;
  };
  const words = new Map();
  const wordsOf = (node) => {
    if (!words.has(node)) words.set(node, texts(node).map((text) => text.data).join("\n"));
    return words.get(node);
  };
  const pattern = (query, flags) => new RegExp(query.replace(/[\\^$.*+?()[\]{}|\/]/g, "\\$&"), flags);
  const mark = (node, query) => {
    for (const text of texts(node)) {
      const places = [...text.data.matchAll(pattern(query, "giu"))].reverse();
      for (const place of places) {
        const rest = text.splitText(place.index);
        rest.splitText(place[0].length);
        const marked = document.createElement("mark");
        rest.replaceWith(marked);
        marked.append(rest);
      }
    }
  };
  const unmark = () => {
    all("mark", tree).forEach((marked) => {
      const parent = marked.parentNode;
      marked.replaceWith(...marked.childNodes);
      parent.normalize();
    });
    all(".cocok, .tampil, .tuju", tree).forEach((node) => node.classList.remove("cocok", "tampil", "tuju"));
  };
  const query = document.getElementById("cari");
  const told = document.getElementById("hasil-cari");
  let hits = [], at = -1;
  const search = () => {
    unmark();
    at = -1;
    const wanted = query.value.trim();
    const test = wanted.length > 1 ? pattern(wanted, "iu") : null;
    hits = test ? nodes.filter((node) => test.test(wordsOf(node))) : [];
    for (const node of hits) {
      mark(node, wanted);
      node.classList.add("cocok");
      node.classList.toggle("tampil", !node.querySelector(":scope > .kepala mark"));
      reveal(node);
    }
    told.textContent = !test ? "" : hits.length ? `${number.format(hits.length)} simpul cocok` : "Tidak ada yang cocok";
  };
  const jump = (step) => {
    if (!hits.length) return;
    if (at >= 0) hits[at].classList.remove("tuju");
    at = (at + step + hits.length) % hits.length;
    const node = hits[at];
    reveal(node);
    node.classList.add("tuju");
    activate(node, false);
    node.firstElementChild.scrollIntoView({ block: "center" });
    told.textContent = `${number.format(at + 1)} dari ${number.format(hits.length)}: ${node.querySelector(".label").textContent}`;
  };
  if (query) {
    query.addEventListener("input", search);
    query.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      jump(event.shiftKey ? -1 : 1);
    });
    onCommand("berikutnya", () => jump(1));
    onCommand("sebelumnya", () => jump(at < 0 ? 0 : -1));
  }

  // --- filters, of the table and of the findings ----------------------------------
  const filters = new Map();
  const watch = (section, items, what, after) => {
    const controls = all("[data-saring]", section);
    const told = section.querySelector("output.banyak");
    const cache = new Map();
    const textOf = (item) => {
      if (!cache.has(item)) cache.set(item, item.textContent.toLocaleLowerCase("id"));
      return cache.get(item);
    };
    const fits = (item, control) =>
      !control.value ||
      (control.dataset.saring === "teks"
        ? textOf(item).includes(control.value.trim().toLocaleLowerCase("id"))
        : item.dataset[control.dataset.saring] === control.value);
    const run = () => {
      let shown = 0;
      for (const item of items) {
        item.hidden = !controls.every((control) => fits(item, control));
        shown += item.hidden ? 0 : 1;
      }
      told.textContent = `${number.format(shown)} dari ${number.format(items.length)} ${what}`;
      after();
    };
    const clear = () => { controls.forEach((control) => { control.value = ""; }); run(); };
    controls.forEach((control) => control.addEventListener("input", run));
    command("hapus", section).addEventListener("click", clear);
    filters.set(section, { run, clear });
  };
  const table = document.querySelector("table.capaian");
  if (table) watch(table.closest("section"), [...table.tBodies], "baris", () => {});
  const kinds = all(".jenis-temuan");
  if (kinds.length) {
    watch(kinds[0].closest("section"), all(".tempat > li"), "temuan", () => {
      kinds.forEach((kind) => { kind.hidden = !kind.querySelector(".tempat > li:not([hidden])"); });
    });
  }
  all("a[data-pilih]").forEach((link) => link.addEventListener("click", () => {
    const section = document.querySelector(link.getAttribute("href"));
    filters.get(section).clear();
    section.querySelector(`[data-saring="${link.dataset.pilih}"]`).value = link.dataset.nilai;
    filters.get(section).run();
  }));

  // --- sorting ----------------------------------------------------------------------
  if (table) {
    const heads = [...table.tHead.rows[0].cells];
    const given = [...table.tBodies];
    const collator = new Intl.Collator("id", { numeric: true, sensitivity: "base" });
    const cell = (body, column) => body.rows[0].cells[column];
    // A figure is sorted by its place among the exact ones; what has none comes last, whichever way.
    const compare = (head, column, way) => (a, b) => {
      const [first, second] = [cell(a, column), cell(b, column)];
      if (!head.dataset.angka) return way * collator.compare(first.textContent, second.textContent);
      const [low, high] = [first.dataset.u, second.dataset.u];
      if (low === undefined || high === undefined) return (low === undefined) - (high === undefined);
      return way * (low - high);
    };
    const addButton = (head) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "urut";
      button.textContent = head.textContent;
      head.append(button); // the name stays for paper, where a button in a repeated header is left blank
      return button;
    };
    heads.forEach((head, column) => addButton(head).addEventListener("click", () => {
      const order = { none: "ascending", ascending: "descending", descending: "none" }[head.ariaSort];
      heads.forEach((other) => { other.ariaSort = "none"; });
      head.ariaSort = order;
      const way = order === "ascending" ? 1 : -1;
      table.append(...(order === "none" ? given : [...given].sort(compare(head, column, way))));
    }));
  }

  // --- links within the page -----------------------------------------------------------
  const visit = (hash) => {
    const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    if (!target || target.matches("section, main")) return;
    all(".tuju").forEach((item) => item.classList.remove("tuju"));
    target.classList.add("tuju");
    if (target.matches("li.simpul")) {
      reveal(target);
      target.classList.add("tampil");
      activate(target);
    } else {
      const section = filters.get(target.closest("section"));
      if (section && (target.hidden || target.closest("[hidden]"))) section.clear();
      const figure = target.querySelector("button.figur");
      if (figure) explain(figure, true);
      (figure || target.querySelector("a") || target).focus({ preventScroll: true });
    }
    (target.matches("li.simpul") ? target.firstElementChild : target).scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) setTimeout(() => visit(link.getAttribute("href")));
  });
  addEventListener("popstate", () => visit(location.hash));
  visit(location.hash);

  // --- paper ------------------------------------------------------------------------------
  const explained = document.getElementById("dengan-penjelasan");
  explained.addEventListener("change", () => document.documentElement.classList.toggle("tanpa-rinci", !explained.checked));
  onCommand("cetak", () => print());
});
