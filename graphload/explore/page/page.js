"use strict";
// What the page shows is in the JSON above, places included; this only draws it. Texts become text nodes, never HTML.
const data = JSON.parse(document.getElementById("data").textContent);
const get = (id) => document.getElementById(id);
const root = document.documentElement;

// --- elements -------------------------------------------------------------------------------------------------------

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, attributes, children);
  return element;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

// a name may hold marks that turn the direction of writing: they end with it
const text = (value) => make("bdi", null, value ?? "");
const number = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 4 });

// --- theme ----------------------------------------------------------------------------------------------------------

const INK = {
  light: {
    ink: "#1d2329", paper: "#fbfbf9", edge: "#b3b9c0", person: "#f6b48f", organization: "#7fc9bb", issuer: "#eaf1fb",
    group: "#f5d0d8", vehicle: "#bfe0bf", direct: "#ffffff", security: "#f2e8bd", more: "#fbfbf9", amount: "#ffffff",
    frame: "#4c7fc2", owns: "#2d66b8", through: "#5c9f60", direct_line: "#9aa3ad", member: "#cf7c90", insider: "#e07b3f",
  },
  dark: {
    ink: "#e9ebee", paper: "#14171b", edge: "#5a636d", person: "#8a4d2a", organization: "#23695c", issuer: "#1b2532",
    group: "#6d3543", vehicle: "#2f5b33", direct: "#2a3036", security: "#5a4f22", more: "#14171b", amount: "#1f242a",
    frame: "#5d8fd0", owns: "#6ea1e8", through: "#79bb7d", direct_line: "#7d8791", member: "#d98ea0", insider: "#ec9460",
  },
};
const CALLED = {
  person: "person", organization: "organization", group: "joint filers", vehicle: "held through", security: "security",
  issuer: "issuer",
};

function theme() {
  return root.dataset.theme;
}

function setTheme(name) {
  root.dataset.theme = name;
  get("theme").textContent = name === "dark" ? "Light" : "Dark";
  if (window.cy) cy.style(style(INK[name])).update();
}

// --- picture --------------------------------------------------------------------------------------------------------

function style(ink) {
  const kind = (name) => (element) => ink[name ? element.data(name) : element.data("kind")] || ink.paper;
  return [
    {
      selector: "node",
      style: {
        label: "data(label)", "font-size": 12, "line-height": 1.25, "text-wrap": "wrap", "text-valign": "center",
        "text-max-width": 1000, "font-family": 'Helvetica, Arial, "Liberation Sans", sans-serif', color: ink.ink,
        shape: "round-rectangle", width: "data(width)", height: "data(height)", "background-color": kind("kind"),
        "border-width": 1, "border-color": ink.edge, "z-index-compare": "manual", "z-index": 3,
      },
    },
    { selector: "node.vehicle, node.direct", style: { "corner-radius": 14 } },
    { selector: "node.direct", style: { "font-style": "italic", "border-color": ink.direct_line } },
    { selector: ".group", style: { "corner-radius": 20 } },
    { selector: ".amount", style: { "corner-radius": 9, "border-color": ink.owns } },
    { selector: ".more", style: { "border-style": "dotted", "border-color": ink.direct_line, "font-style": "italic" } },
    { selector: ".issuer", style: { "border-color": ink.frame } },
    { selector: "node.dashed", style: { "border-style": "dashed", "border-color": ink.direct_line } },
    {
      selector: ".frame",
      style: {
        "background-color": ink.issuer, "border-color": ink.frame, "border-width": 1.2, "z-index": 1,
        "text-valign": "top", "text-margin-y": "data(drop)", "font-weight": 600, "corner-radius": 8,
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)", "line-color": kind("color"), "target-arrow-color": kind("color"),
        "target-arrow-shape": "triangle", "arrow-scale": 0.7, "curve-style": "unbundled-bezier",
        "edge-distances": "endpoints", "control-point-weights": "data(weights)",
        "control-point-distances": "data(distances)", "source-endpoint": "data(from)", "target-endpoint": "data(to)",
        "z-index-compare": "manual", "z-index": 2,
      },
    },
    { selector: "edge.through, edge.direct, edge.member", style: { width: 1.1, "line-opacity": 0.75 } },
    { selector: ".tag", style: { "target-arrow-shape": "none" } },
    { selector: "edge.dashed, .insider", style: { "line-style": "dashed" } },
    { selector: ".gone", style: { display: "none" } },
    { selector: ".faint", style: { opacity: 0.13 } },
    { selector: ":selected", style: { "border-width": 3, "border-color": ink.ink } },
    { selector: "edge:selected", style: { "line-color": ink.ink, "target-arrow-color": ink.ink } },
  ];
}

const COLORS = { owns: "owns", tag: "owns", through: "through", direct: "direct_line", member: "member", insider: "insider" };

function elements() {
  const node = (box, classes, extra) => ({
    group: "nodes",
    data: { ...box, width: box.at[2], height: box.at[3], ...extra },
    position: { x: box.at[0], y: box.at[1] },
    classes,
  });
  const pixels = (point) => `${point[0]}px ${point[1]}px`;
  return [
    ...data.frames.map((frame) => node({ ...frame, kind: "issuer" }, "frame", { drop: frame.lines * 15 + 9 })),
    ...data.boxes.map((box) => node(box, `${box.kind}${box.dashed ? " dashed" : ""}`)),
    ...data.links.map((link, at) => ({
      group: "edges",
      data: {
        id: `link:${at}`, source: link.start, target: link.end, kind: link.kind, color: COLORS[link.kind],
        width: link.kind === "owns" ? 1.2 + 4 * link.weight : 1.3, weights: link.weights, distances: link.distances,
        from: pixels(link.from), to: pixels(link.to),
      },
      classes: `${link.kind}${link.dashed ? " dashed" : ""}`,
    })),
  ];
}

const wide = () => window.innerWidth > 1000;
if (!wide()) document.body.classList.add("closed");
// #theme=dark&open=amount:0 opens the page so
const asked = new URLSearchParams(location.hash.slice(1));
const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
root.dataset.theme = asked.get("theme") in INK ? asked.get("theme") : preferred;

const cy = (window.cy = cytoscape({
  container: get("picture"), elements: elements(), style: style(INK[theme()]), layout: { name: "preset" },
  minZoom: 0.15, maxZoom: 3, autoungrabify: true, boxSelectionEnabled: false,
}));
setTheme(theme());

const shown = () => cy.elements(":visible");

// as large as the width allows; what is higher than the window shows whom it is about, or begins at its top
function begin() {
  const box = shown().boundingBox(), room = 18;
  const zoom = Math.min(1.25, Math.max(0.5, (cy.width() - 2 * room) / box.w));
  const low = box.h * zoom + 2 * room > cy.height();
  const fits = Math.max(0.72, Math.min(zoom, (cy.height() - 2 * room) / box.h));
  const used = low ? Math.min(zoom, fits) : zoom;
  cy.zoom(used);
  const about = cy.getElementById(data.subject), free = cy.height() - box.h * used - room;
  let top = free > room ? (free + room) / 2 : room;
  if (free <= room && about.nonempty()) {
    const middle = cy.height() / 2 - (about.position().y - box.y1) * used;
    if (about.position().y * used > cy.height() - 60) top = Math.max(free, Math.min(room, middle));
  }
  cy.pan({ x: Math.max(room, (cy.width() - box.w * used) / 2) - box.x1 * used, y: top - box.y1 * used });
}

function larger(by, at) {
  cy.zoom({ level: cy.zoom() * by, renderedPosition: at || { x: cy.width() / 2, y: cy.height() / 2 } });
}

get("picture").addEventListener("wheel", (event) => {
  event.preventDefault();
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey) larger(Math.exp(-event.deltaY / 300), { x: event.offsetX, y: event.offsetY });
  else cy.panBy({ x: -event.deltaX, y: -event.deltaY });
}, { capture: true, passive: false });

// --- what is selected -----------------------------------------------------------------------------------------------

const positionsOf = (box) => {
  const { kind, key } = box;
  if (kind === "amount") return data.positions.filter((each) => each.line === Number(key));
  if (kind === "security") {
    const own = new Set(data.links.filter((link) => link.end === box.id && link.kind === "owns").map((link) => link.start));
    const lines = new Set(data.boxes.filter((each) => own.has(each.id)).map((each) => Number(each.key)));
    return data.positions.filter((each) => each.security === key || lines.has(each.line));
  }
  if (kind === "issuer") return data.positions.filter((each) => each.issuer === key);
  if (kind === "vehicle" || kind === "direct") return data.positions.filter((each) => each.holder === key);
  if (kind === "more") return data.positions.filter((each) => each.line === null && !each.ended);
  const groups = new Set(data.links.filter((link) => link.kind === "member" && link.start === key).map((link) => link.end));
  return data.positions.filter((each) => each.root === key || groups.has(each.root));
};

function along(node) {
  const own = node.union(node.successors()).union(node.predecessors());
  const issuers = new Set(own.nodes().map((each) => data.positions.find((one) => one.security === each.data("key"))?.issuer));
  const frames = cy.nodes(".frame").filter((frame) => issuers.has(frame.data("key")));
  const inside = node.hasClass("frame")
    ? cy.nodes(".security").filter((each) => data.positions.some((one) => one.security === each.data("key") && one.issuer === node.data("key")))
    : cy.collection();
  return own.union(frames).union(inside).union(inside.predecessors());
}

function select(node) {
  cy.elements().removeClass("faint").unselect();
  node.select();
  cy.elements().difference(along(node)).addClass("faint");
  card(node.data());
}

function clear() {
  cy.elements().removeClass("faint").unselect();
  overview();
}

function show(...children) {
  get("aside").replaceChildren(...children.flat().filter(Boolean));
  get("aside").scrollTop = 0;
}

function open() {
  document.body.classList.remove("closed");
  get("panel").setAttribute("aria-expanded", "true");
}

const back = () => make("p", null, make("button", { click: clear }, "Back to the table"));

// --- cards ----------------------------------------------------------------------------------------------------------

const filing = (id) => {
  const [caption, link] = data.filings[id] || [id, null];
  const known = link !== null && caption !== id;
  const name = [make("span", null, caption), known ? [" ", make("span", { class: "soft" }, id)] : null].flat();
  if (data.home) return make("a", { href: `/filing/${encodeURIComponent(id)}` }, ...name);
  return link ? make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, ...name) : make("span", null, ...name);
};

const pair = (name, ...value) => make("tr", null, make("td", { class: "soft" }, name), make("td", null, ...value));

function card(box) {
  open();
  const some = positionsOf(box);
  if (box.kind === "amount" && some.length === 1) return position(some[0]);
  const insiders = data.insiders.filter((each) => each.party === box.key || (each.issuer === box.key && each.party !== box.key));
  const own = data.insiders.filter((each) => each.party === box.key);
  show(
    make("p", { class: "soft" }, CALLED[box.kind] || (box.kind === "direct" ? "held directly" : "")),
    make("h2", null, text(box.name)),
    (data.groups[box.key] || []).length ? make("p", null, "Joint filers: ", text(data.groups[box.key].join("; "))) : null,
    own.map((each) => insider(each, text(each.at))),
    some.length ? [make("h3", null, "Positions"), list(some)] : make("p", { class: "soft" }, "No position."),
    box.kind === "issuer" && insiders.length
      ? [make("h3", null, "Insiders"), insiders.map((each) => insider(each, text(each.name)))] : null,
    back(),
  );
}

const insider = (each, name) =>
  make("p", null, name, each.role ? [": ", text(each.role)] : null,
    each.exitedOn ? make("span", { class: "soft" }, ` left ${each.exitedOn}`) : null,
    each.filing ? [make("br"), make("span", { class: "soft" }, "last seen in "), filing(each.filing)] : null);

function position(each) {
  open();
  const block = each.block ? data.positions.filter((other) => other.block === each.block && other !== each && !other.ended) : [];
  show(
    make("p", { class: "soft" }, text(each.owner), each.through ? [" through ", text(each.through)] : " directly"),
    make("h2", null, text(each.title)),
    make("p", null, text(each.of)),
    make("table", null, make("tbody", null,
      each.amounts.map(([name, amount]) => pair(name, number(amount))),
      each.asOf ? pair("as of", each.asOf) : null,
      each.ended ? pair("ended", each.ended) : null,
      each.unlistedSince ? pair("left out since", each.unlistedSince, " by ", filing(each.unlistedIn)) : null,
      block.length ? pair("one block with", block.map((other) => make("div", null, text(other.through || other.owner), " ", other.caption)),
        make("div", { class: "soft" }, "The same shares: a total counts them once.")) : null,
      pair("stated by", filing(each.filing)))),
    curve(each),
    make("h3", null, each.rows.length === 1 ? "Row" : "Rows"),
    each.rows.map(row),
    back(),
  );
}

function row(id) {
  const said = data.rows[id];
  if (!said) return make("p", null, id);
  return make("div", null,
    make("p", { class: "soft" }, `${id.split(":").pop()} of ${(data.filings[id.slice(0, id.lastIndexOf(":"))] || [id])[0]}`),
    make("table", null, make("tbody", null, said.cells.map(([name, value]) => pair(name, text(value))))),
    said.notes.map((note) => make("p", { class: "note" }, text(note))));
}

// a curve of steps: each balance holds until the next one
function curve(each) {
  const points = each.history.map(([day, amount, by]) => ({ day, at: Date.parse(day), amount, by }));
  if (points.length < 2) return null;
  const end = Math.max(Date.parse(each.ended || data.on || points[points.length - 1].day), points[points.length - 1].at + 864e5);
  const most = Math.max(...points.map((point) => point.amount)) || 1;
  const W = 320, H = 110, left = 4, top = 16, bottom = 18;
  const x = (at) => left + ((at - points[0].at) / (end - points[0].at || 1)) * (W - 2 * left);
  const y = (amount) => H - bottom - (Math.max(0, amount) / most) * (H - top - bottom);
  const path = points.map((point, at) => `${at ? `H${x(point.at).toFixed(1)}V` : `M${x(point.at).toFixed(1)},`}${y(point.amount).toFixed(1)}`).join("");
  const last = points[points.length - 1];
  return [make("h3", null, `Through time: ${points.length} balances`),
    draw("svg", { viewBox: `0 0 ${W} ${H}`, role: "img", "aria-label": "Curve of the holding through time" },
      draw("line", { class: "axis", x1: left, x2: W - left, y1: H - bottom, y2: H - bottom }),
      draw("path", { class: "area", d: `${path}H${x(end).toFixed(1)}V${H - bottom}H${x(points[0].at).toFixed(1)}Z` }),
      draw("path", { class: "step", d: `${path}H${x(end).toFixed(1)}` }),
      points.map((point) => draw("circle", { cx: x(point.at).toFixed(1), cy: y(point.amount).toFixed(1), r: points.length > 40 ? 1.4 : 2.4 },
        draw("title", null, `${point.day}: ${number(point.amount)}, ${(data.filings[point.by] || [point.by])[0]}`))),
      draw("text", { x: left, y: 10 }, `most ${number(most)}`),
      draw("text", { x: W - left, y: 10, "text-anchor": "end" }, `last ${number(last.amount)}`),
      draw("text", { x: left, y: H - 5 }, points[0].day),
      draw("text", { x: W - left, y: H - 5, "text-anchor": "end" }, last.day))];
}

// --- table ----------------------------------------------------------------------------------------------------------

const COLUMNS = [
  ["Holder", (each) => each.through || each.owner, ""],
  ["Security", (each) => each.title, ""],
  ["Amount", (each) => (each.amounts[0] || [null, -1])[1], "number"],
  ["As of", (each) => each.ended || each.asOf || "", "day"],
];
const state = { by: null, down: false, ended: data.positions.every((each) => each.ended), derivatives: true, unsure: true, bare: true, find: "" };

function list(some) {
  const value = state.by === null ? null : COLUMNS[state.by][1];
  const compare = (one, other) => (value(one) < value(other) ? -1 : value(one) > value(other) ? 1 : 0) * (state.down ? -1 : 1);
  const rows = some.filter(allowed);
  if (value) rows.sort(compare);
  const several = new Set(some.map((each) => each.of)).size > 1 || data.kind === "owner";
  return make("table", { class: "list" },
    make("thead", null, make("tr", null, COLUMNS.map(([name, , kind], at) =>
      make("th", { class: kind, scope: "col", click: () => sort(at) }, name, state.by === at ? (state.down ? " ↓" : " ↑") : "")))),
    make("tbody", null, rows.map((each) => make("tr",
      { tabindex: 0, class: each.ended ? "ended" : "", click: () => choose(each), keydown: (event) => event.key === "Enter" && choose(each) },
      make("td", null, text(each.through || "directly"), make("div", { class: "soft" }, text(each.owner))),
      make("td", null, text(each.title), several ? make("div", { class: "soft" }, text(each.of)) : null),
      make("td", { class: "number" }, each.ended && !each.amounts.some(([, amount]) => amount) ? "0" : amount(each)),
      make("td", { class: "day" }, each.ended ? ["until", make("br"), each.ended] : each.asOf || "")))));
}

function amount(each) {
  if (data.kind === "filing" || !each.amounts.length) return each.caption;
  const [name, value] = each.amounts[0];
  return [number(value), each.unlistedSince ? "\u00a0?" : "", name === "shares" ? null : make("div", { class: "soft" }, name)];
}

function sort(at) {
  state.down = state.by === at ? !state.down : COLUMNS[at][2] === "number";
  state.by = at;
  overview();
}

function choose(each) {
  const node = cy.getElementById(`amount:${each.line}`);
  if (each.line !== null && node.nonempty() && node.visible()) {
    select(node);
    reveal(node);
  }
  position(each);
}

function reveal(node) {
  const covered = wide() || document.body.classList.contains("closed") ? 0 : get("aside").offsetWidth;
  const at = node.renderedPosition(), width = cy.width() - covered;
  if (at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > cy.height() - 20)
    cy.panBy({ x: width / 2 - at.x, y: cy.height() / 2 - at.y });
}

const allowed = (each) => (state.ended || !each.ended) && (state.derivatives || !each.derivative) &&
  (state.unsure || !each.unlistedSince) && found(each.owner, each.through, each.title, each.of);
const found = (...names) => !state.find || names.some((name) => name && name.toLowerCase().includes(state.find));

function overview() {
  const toggle = (name, label, there) => there && make("label", null,
    make("input", { type: "checkbox", ...(state[name] ? { checked: "" } : {}), change: (event) => { state[name] = event.target.checked; apply(); } }), " ", label);
  const kinds = Object.keys(CALLED).filter((kind) => data.boxes.some((box) => box.kind === kind) || (kind === "issuer" && data.frames.length));
  const ended = data.positions.filter((each) => each.ended).length;
  show(
    make("div", { class: "toggles" }, kinds.map((kind) => make("span", null,
      make("span", { class: "swatch", style: `background:${INK[theme()][kind]}` }), CALLED[kind]))),
    make("div", { class: "toggles" },
      toggle("derivatives", "derivatives", data.positions.some((each) => each.derivative)),
      toggle("unsure", "unconfirmed", data.positions.some((each) => each.unlistedSince)),
      toggle("bare", "insiders without a position", data.links.some((link) => link.kind === "insider")),
      toggle("ended", `ended (${ended}) in the table`, ended > 0)),
    data.notes.map((note) => make("p", { class: "note" }, note)),
    data.link ? make("p", null, make("a", { href: data.link, target: "_blank", rel: "noopener noreferrer" }, "The filing at EDGAR")) : null,
    data.positions.length ? list(data.positions) : make("p", { class: "soft" }, "No position is known."),
    data.kind !== "filing" && data.insiders.length ? make("details", null,
      make("summary", null, `${data.insiders.length} insider relationship${data.insiders.length === 1 ? "" : "s"}`),
      data.insiders.map((each) => insider(each, text(data.kind === "owner" ? each.at : each.name)))) : null,
    make("p", { class: "soft" }, "Click a name or an amount to see who says so. / searches, arrows move, + − 0 zoom, t table, d dark, Esc clears."),
  );
}

// --- toggles and search ---------------------------------------------------------------------------------------------

function apply() {
  cy.elements().removeClass("gone");
  cy.nodes(".amount").filter((node) => !positionsOf(node.data()).some((each) =>
    (state.derivatives || !each.derivative) && (state.unsure || !each.unlistedSince))).addClass("gone");
  if (!state.bare) cy.edges(".insider").addClass("gone");
  const gone = (edge) => edge.hasClass("gone") || edge.source().hasClass("gone") || edge.target().hasClass("gone");
  const hide = (nodes, side) => nodes.filter((node) => node.id() !== data.subject && node[side]("edge").nonempty() &&
    node[side]("edge").every(gone)).addClass("gone");
  hide(cy.nodes(".direct, .vehicle"), "outgoers");
  hide(cy.nodes(".group"), "outgoers");
  hide(cy.nodes(".person, .organization"), "outgoers");
  hide(cy.nodes(".security, .issuer").not(".frame"), "incomers");
  cy.nodes(".frame").filter((frame) => !cy.nodes(".security").not(".gone").some((node) =>
    positionsOf(node.data()).some((each) => each.issuer === frame.data("key")))).addClass("gone");
  search();
}

function search() {
  state.find = get("search").value.trim().toLowerCase();
  cy.elements().removeClass("faint").unselect();
  if (state.find) {
    const hits = cy.nodes().filter((node) => !node.hasClass("amount") && found(node.data("name")));
    const kept = hits.reduce((all, node) => all.union(along(node)), cy.collection());
    cy.elements().difference(kept).addClass("faint");
  }
  overview();
}

// --- keys -----------------------------------------------------------------------------------------------------------

const DIRECTION = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function move(key) {
  const nodes = cy.nodes(":visible").not(".frame"), now = nodes.filter(":selected");
  if (now.empty()) return nodes.nonempty() && select(nodes[0]);
  const [dx, dy] = DIRECTION[key], from = now[0].position();
  const distance = (node) => {
    const x = node.position().x - from.x, y = node.position().y - from.y, ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    return ahead <= 1 ? Infinity : ahead + 2.5 * aside;
  };
  const next = nodes.difference(now).toArray().sort((one, other) => distance(one) - distance(other))[0];
  if (next && distance(next) < Infinity) { select(next); reveal(next); }
}

const KEYS = {
  "/": () => get("search").focus(), "+": () => larger(1.2), "=": () => larger(1.2), "-": () => larger(1 / 1.2), 0: begin,
  t: () => get("panel").click(), d: () => get("theme").click(), Escape: () => { get("search").value = ""; search(); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === get("search")) {
    if (event.key === "Escape") { KEYS.Escape(); event.target.blur(); get("picture").focus(); }
    return;
  }
  if (event.key in KEYS) { event.preventDefault(); KEYS[event.key](); }
  else if (event.key in DIRECTION && !get("aside").contains(event.target)) { event.preventDefault(); move(event.key); }
});

// --- buttons --------------------------------------------------------------------------------------------------------

get("title").textContent = data.title;
if (data.home) { get("home").href = data.home; get("home").hidden = false; }
get("on").textContent = data.on ? `on ${data.on}` : "";
get("picture").setAttribute("aria-label", `${data.title}. The table has the same positions.`);
get("search").addEventListener("input", search);
get("in").addEventListener("click", () => larger(1.2));
get("out").addEventListener("click", () => larger(1 / 1.2));
get("fit").addEventListener("click", () => cy.fit(shown(), 18));
get("theme").addEventListener("click", () => { setTheme(theme() === "dark" ? "light" : "dark"); if (cy.$(":selected").empty()) overview(); });
get("panel").addEventListener("click", () => {
  get("panel").setAttribute("aria-expanded", String(!document.body.classList.toggle("closed")));
  cy.resize();
});
get("png").addEventListener("click", () => {
  const image = cy.png({ full: true, scale: 2, bg: INK[theme()].paper, output: "blob" });
  const link = make("a", { href: URL.createObjectURL(image), download: `${data.title.replace(/[^\p{L}\p{N} .-]/gu, "")}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
get("print").addEventListener("click", () => window.print());
let before = null;
addEventListener("beforeprint", () => {
  before = theme();
  setTheme("light");
  get("printed").src = cy.png({ full: true, scale: 2, bg: "#ffffff" });
});
addEventListener("afterprint", () => setTheme(before || "light"));
cy.on("tap", "node", (event) => { select(event.target); reveal(event.target); });
cy.on("tap", "edge", (event) => select(event.target.hasClass("owns") ? event.target.source() : event.target.target()));
cy.on("tap", (event) => event.target === cy && clear());
addEventListener("resize", () => { cy.resize(); begin(); });
overview();
begin();
const opened = cy.getElementById(asked.get("open") || "");
if (opened.nonempty()) {
  select(opened);
  reveal(opened);
}
root.dataset.ready = String(cy.nodes().length);
